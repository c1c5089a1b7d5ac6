import { afterAll, beforeAll } from 'vitest';
import { moveClock } from '@/lib/ports/clock';
import { seedRandomness } from '@/lib/ports/randomness';

// Test files share a process, so that each does not load everything anew: what one of them sets for
// itself is put back before the next.
let found: Record<string, string | undefined> = {};

beforeAll(() => {
  found = { ...process.env };
});

afterAll(() => {
  for (const name of Object.keys(process.env)) if (!(name in found)) delete process.env[name];
  Object.assign(process.env, found);
  moveClock(null);
  seedRandomness(null);
});
