import { existsSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, expect, test, vi } from 'vitest';
import { recover, runningPostmaster, startCluster } from './embedded';
import { hydrateLinks } from './embedded-binaries';
import { ensureDatabase, ensureLogins, logins } from './embedded-database';
import { endProcess, processIdentity } from './embedded-process';
import { testDatabase } from './testing';

// Whole servers start and stop here, on machines that may be busy.
vi.setConfig({ testTimeout: 120_000 });

const root = mkdtempSync(join(tmpdir(), 'embedded-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function ask(url: string, text: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await sql.unsafe(text);
  } finally {
    await sql.end();
  }
}

test('a cluster starts, keeps its data over a killed server, and stops', async () => {
  const folder = join(root, 'kept');
  const options = { folder, superuserPassword: "a'b/c+d=%" };
  const first = await startCluster(options);
  const { owner, app } = logins("own'er", 'app%20');
  await ensureLogins(first, { owner, app });
  await ensureDatabase(first, 'portal');
  await ask(first.url('portal', owner), 'create table kept as select 7 as number');
  expect(await endProcess(first.pid, [['SIGKILL', 5]])).toBe(true);
  expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(true);

  const second = await startCluster(options);
  await ensureLogins(second, { owner, app });
  await ensureDatabase(second, 'portal');
  expect(await ask(second.url('portal', owner), 'select number from kept')).toEqual([
    { number: 7 },
  ]);
  await expect(ask(second.url('portal', app), 'select * from kept')).rejects.toThrow('denied');
  await expect(
    ask(second.url('portal', { ...app, password: 'guess' }), 'select 1'),
  ).rejects.toThrow('password authentication failed');

  const rights = await ask(
    second.url('portal'),
    "select rolname, rolsuper or rolbypassrls as unsafe, rolcreaterole from pg_roles where rolname like 'portal\\_%' order by 1",
  );
  expect([...rights]).toEqual([
    { rolname: 'portal_app', unsafe: false, rolcreaterole: false },
    { rolname: 'portal_owner', unsafe: false, rolcreaterole: true },
  ]);
  await second.stop();
  expect(processIdentity(second.pid)).toBeNull();
  expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false);
});

test('a server that outlived its launcher is stopped before the next one starts', async () => {
  const folder = join(root, 'outlived');
  const first = await startCluster({ folder, superuserPassword: 'secret-one' });
  expect(runningPostmaster(join(folder, 'postgres'))).toBe(first.pid);
  const second = await startCluster({ folder, superuserPassword: 'secret-one' });
  expect(processIdentity(first.pid)).toBeNull();
  await second.stop();
  await expect(startCluster({ folder, superuserPassword: 'another' })).rejects.toThrow(
    'does not take the password',
  );
  expect(runningPostmaster(join(folder, 'postgres'))).toBeNull();
});

test("a stale postmaster.pid is forgotten, even when its number is another process's", async () => {
  const data = join(root, 'stale');
  mkdirSync(data);
  const file = join(data, 'postmaster.pid');
  for (const text of ['999999999\n', `${process.pid}\n${data}\n`, 'nonsense', '']) {
    writeFileSync(file, text);
    expect(runningPostmaster(data)).toBeNull();
    await recover(data);
    expect(existsSync(file)).toBe(false);
  }
});

test('each test database is its own, and goes when dropped', async () => {
  const [one, two] = await Promise.all([testDatabase(), testDatabase()]);
  await ask(one.ownerUrl, 'create table mine ()');
  await expect(ask(two.ownerUrl, 'table mine')).rejects.toThrow('does not exist');
  const [who] = await ask(two.appUrl, 'select current_user::text as who');
  expect(who?.who).toBe('portal_app');
  await Promise.all([one, two].map((database) => database.drop()));
  await expect(ask(one.superuserUrl, 'select 1')).rejects.toThrow('does not exist');
});

test("the libraries' links are made where npm ran no install script", () => {
  const native = join(root, 'native');
  mkdirSync(join(native, 'lib'), { recursive: true });
  writeFileSync(join(native, 'lib', 'libpq.so.5.18'), '');
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
  writeFileSync(join(native, 'pg-symlinks.json'), JSON.stringify(links));
  for (const _ of [1, 2]) hydrateLinks(native);
  expect(readlinkSync(join(native, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
  expect(() => hydrateLinks(join(root, 'nowhere'))).not.toThrow();
});
