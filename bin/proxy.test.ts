import { NextRequest } from 'next/server';
import { expect, test } from 'vitest';
import { proxy } from '@/proxy';

const statusOf = async (path: string) =>
  (await proxy(new NextRequest(`http://localhost:3000${path}`))).status;
const STATE = '/documents/0190a1b2-0000-7000-8000-000000000000/state';

test.each([
  [STATE, 200],
  [`${STATE}?trouble=missing`, 404],
  [`${STATE}?trouble=away`, 503],
  // Words that every object knows: no status, and nothing to fall over.
  [`${STATE}?trouble=constructor`, 200],
  [`${STATE}?trouble=__proto__`, 200],
  ['/apply?trouble=away', 200],
])('%s is answered with %i', async (path, status) => {
  expect(await statusOf(path)).toBe(status);
});
