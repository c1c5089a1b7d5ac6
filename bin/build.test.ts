import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { buildStamp, isBuilt, stamped } from './build';

const root = mkdtempSync(join(tmpdir(), 'build-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
write('app/page.tsx', 'one');
write('package-lock.json', '{}');
write('bin/postcss-nhsuk.mjs', 'plugin');
const stamp = (env: Record<string, string> = {}) => buildStamp(root, env);

test.each([
  ['app/page.tsx', 'two'],
  ['app/new.tsx', ''],
  ['package-lock.json', '{"changed":1}'],
  ['bin/postcss-nhsuk.mjs', 'changed'],
  ['lib/e2e/deep.ts', 'only top folders are left out'],
])('a change of %s asks for a build', (path, text) => {
  const before = stamp();
  write(path, text);
  expect(stamp()).not.toBe(before);
  expect(stamp()).toBe(stamp());
});

test.each([
  'e2e/a.spec.ts',
  'lib/a.test.ts',
  'README.md',
  '.data/secrets.json',
  '.next/x',
  'bin/x.ts',
])('a change of %s does not', (path) => {
  const before = stamp();
  write(path, 'x');
  expect(stamp()).toBe(before);
});

test('what is baked into the build counts, other variables do not', () => {
  const before = stamp();
  expect(stamp({ PORT: '4000' })).toBe(before);
  expect(stamp({ NEXT_PUBLIC_NAME: 'x' })).not.toBe(before);
  expect(stamp({ NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: 'x' })).not.toBe(before);
});

test('an interrupted build does not count as built', async () => {
  write('.next/BUILD_ID', 'id');
  await stamped(root, 'first', async () => {});
  expect(isBuilt(root, 'first')).toBe(true);
  expect(isBuilt(root, 'second')).toBe(false);
  await expect(stamped(root, 'second', () => Promise.reject(new Error('no')))).rejects.toThrow(
    'no',
  );
  expect(isBuilt(root, 'first')).toBe(false);
  expect(isBuilt(root, 'second')).toBe(false);
});
