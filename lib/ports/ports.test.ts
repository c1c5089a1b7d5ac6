import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { moveClock, now } from './clock';
import { randomBytes, seedRandomness } from './randomness';

const folder = mkdtempSync(join(tmpdir(), 'clock-'));

afterEach(() => {
  moveClock(null);
  seedRandomness(null);
  delete process.env.PORTAL_CLOCK_FILE;
  rmSync(join(folder, 'clock'), { force: true });
});

test('a test stops the clock and lets it go again', () => {
  moveClock('2026-06-30T22:59:59Z');
  expect(now().toISOString()).toBe('2026-06-30T22:59:59.000Z');
  moveClock(null);
  expect(Math.abs(now().getTime() - Date.now())).toBeLessThan(2000);
  expect(() => moveClock('tomorrow')).toThrow('not an instant');
});

test('the clock file sets the time, which runs on from when it was written', () => {
  const path = join(folder, 'clock');
  process.env.PORTAL_CLOCK_FILE = path;
  expect(Math.abs(now().getTime() - Date.now())).toBeLessThan(2000);
  writeFileSync(path, '2027-07-01T00:00:00Z\n');
  const anHourAgo = new Date(Date.now() - 3_600_000);
  utimesSync(path, anHourAgo, anHourAgo);
  const late = now().getTime() - Date.parse('2027-07-01T01:00:00Z');
  expect(late).toBeGreaterThanOrEqual(-5);
  expect(late).toBeLessThan(5000);
  writeFileSync(path, 'noon');
  expect(() => now()).toThrow('does not hold an ISO instant');
});

test('seeded bytes repeat however they are asked for, unseeded ones do not', () => {
  seedRandomness('a');
  const whole = [...randomBytes(70)];
  seedRandomness('a');
  expect([...randomBytes(5), ...randomBytes(0), ...randomBytes(65)]).toEqual(whole);
  seedRandomness('b');
  expect([...randomBytes(70)]).not.toEqual(whole);
  seedRandomness(null);
  expect([...randomBytes(32)]).not.toEqual([...randomBytes(32)]);
});
