import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { listenAddress, refuseTakenPort } from './next-server';
import { needsInstall } from './prepare.mjs';
import { keptSecrets, withoutSecrets } from './secrets';
import { sum, tallyPlaywright, tallyVitest } from './tally';

const root = mkdtempSync(join(tmpdir(), 'launcher-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const json = (name: string, value: unknown) => {
  writeFileSync(join(root, name), JSON.stringify(value));
  return join(root, name);
};

test('installing is needed when what is there differs from the lock file', () => {
  const lock = { '': {}, 'node_modules/a': { version: '1.0.0' } };
  const optional = { 'node_modules/other-system': { version: '1.0.0', optional: true } };
  json('package-lock.json', { packages: { ...lock, ...optional } });
  expect(needsInstall(root)).toBe(true);
  mkdirSync(join(root, 'node_modules'));
  const installed = (version: string) =>
    json('node_modules/.package-lock.json', { packages: { 'node_modules/a': { version } } });
  installed('0.9.0');
  expect(needsInstall(root)).toBe(true);
  installed('1.0.0');
  expect(needsInstall(root)).toBe(false);
});

test("the lock file names every system's optional packages, without which npm ci refuses it", () => {
  type Locked = { version?: string; optionalDependencies?: Record<string, string> };
  const text = readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8');
  const { packages } = JSON.parse(text) as { packages: Record<string, Locked> };
  const missing = Object.values(packages)
    .flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies ?? {}))
    .filter((name) => !Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`)));
  expect(missing).toEqual([]);
});

test('secrets are made once, for their owner only, and kept when one is added', () => {
  const path = join(root, 'data', 'secrets.json');
  const made = keptSecrets(path);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(keptSecrets(path)).toEqual(made);
  expect(new Set(Object.values(made)).size).toBe(5);
  expect(Buffer.from(made.actionsKey, 'base64')).toHaveLength(32);
  const { actionsKey: _, ...older } = made;
  writeFileSync(path, JSON.stringify(older));
  expect(keptSecrets(path)).toEqual({ ...older, actionsKey: expect.any(String) });
  expect(JSON.parse(readFileSync(path, 'utf8')).actionsKey).toBeTruthy();
  writeFileSync(path, '{"authSecret');
  expect(() => keptSecrets(path)).toThrow('cannot be read');
});

test('secrets are blotted out of lines, plain or in an address', () => {
  const text = 'postgres://a:p%2Fss%3Dword@h and p/ss=word, but not short';
  expect(withoutSecrets(text, ['p/ss=word', 'short'])).toBe(
    'postgres://a:[secret]@h and [secret], but not short',
  );
});

test('a taken port is refused, on either meaning of localhost', async () => {
  for (const address of ['127.0.0.1', '::1']) {
    const server = createServer();
    const listening = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false)).listen(0, address, () => resolve(true));
    });
    // Some machines have no IPv6.
    if (!listening && address === '::1') continue;
    const { port } = server.address() as { port: number };
    await expect(refuseTakenPort(port, '127.0.0.1')).rejects.toThrow(`Port ${port} is taken`);
    await new Promise((resolve) => server.close(resolve));
    await expect(refuseTakenPort(port, '127.0.0.1')).resolves.toBeUndefined();
  }
  expect(listenAddress('0.0.0.0')).toBe('0.0.0.0');
  expect(listenAddress('some-machine')).toBe('127.0.0.1');
});

test('results are summed, and a run that ended badly never counts as passed', () => {
  const good = { status: 'passed', assertionResults: [{ status: 'passed' }] };
  const vitest = json('vitest.json', {
    numPassedTests: 5,
    numFailedTests: 1,
    testResults: [
      good,
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'failed', assertionResults: [] },
    ],
  });
  expect(tallyVitest(vitest, 1)).toEqual({ passed: 5, failed: 2 });
  expect(tallyVitest(join(root, 'none.json'), 1)).toEqual({ passed: 0, failed: 1 });
  expect(tallyVitest(json('ok.json', { numPassedTests: 3 }), 1)).toEqual({ passed: 3, failed: 1 });
  const stats = { expected: 4, unexpected: 1, flaky: 1 };
  expect(tallyPlaywright(json('pw.json', { stats, errors: [{}] }), 1)).toEqual({
    passed: 4,
    failed: 3,
  });
  expect(
    sum([
      { passed: 1, failed: 2 },
      { passed: 3, failed: 4 },
    ]),
  ).toEqual({ passed: 4, failed: 6 });
});
