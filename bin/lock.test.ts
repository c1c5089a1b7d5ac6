import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { endProcess, processIdentity } from '@/db/embedded-process';
import { lockedBy, takeLock } from './lock';

const root = mkdtempSync(join(tmpdir(), 'lock-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('the second of two is told who holds the lock, until it is given back', () => {
  const path = join(root, 'deep', 'a.lock');
  const first = takeLock(path);
  expect(takeLock(path)).toEqual({ heldBy: process.pid });
  expect(lockedBy(path)).toBe(process.pid);
  if ('release' in first) first.release();
  expect(lockedBy(path)).toBeNull();
  expect('release' in takeLock(path)).toBe(true);
  expect(readdirSync(join(root, 'deep'))).toEqual(['a.lock']);
});

test('a lock dies with its process, and with a later one of the same number', async () => {
  const path = join(root, 'b.lock');
  const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
  const pid = other.pid ?? 0;
  writeFileSync(path, `${processIdentity(pid)}\n`);
  expect(takeLock(path)).toEqual({ heldBy: pid });
  expect(await endProcess(pid, [['SIGKILL', 5]])).toBe(true);
  expect(lockedBy(path)).toBeNull();
  expect('release' in takeLock(path)).toBe(true);

  writeFileSync(path, `${process.pid}@1\n`);
  expect(lockedBy(path)).toBeNull();
  expect('release' in takeLock(path)).toBe(true);
  expect(readFileSync(path, 'utf8').trim()).toBe(processIdentity(process.pid));
  for (const text of ['', 'nonsense', '-1@5']) {
    writeFileSync(path, text);
    expect('release' in takeLock(path)).toBe(true);
  }
});
