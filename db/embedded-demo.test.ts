import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Cluster, startCluster } from './embedded';
import { ensureDatabase, ensureLogins, logins } from './embedded-database';
import { dropUnfinished, tellMarked } from './embedded-demo';
import { migrate } from './migrate';

// A whole server starts and stops here, on machines that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const root = mkdtempSync(join(tmpdir(), 'demo-'));
const { owner, app } = logins('the-owner', 'the-app');
const CAST = ['first@demo.example', 'whole@demo.example'];
let cluster: Cluster;
beforeAll(async () => {
  const folder = join(root, 'cluster');
  cluster = await startCluster({ folder, superuserPassword: 'secret-one', temporary: true });
  await ensureLogins(cluster, { owner, app });
});
afterAll(async () => {
  await cluster.stop();
  rmSync(root, { recursive: true, force: true });
});

/** What a start does before it tells anything. */
async function start(name: string): Promise<boolean> {
  const dropped = await dropUnfinished(cluster, name, CAST);
  await ensureDatabase(cluster, name);
  await migrate({ ownerUrl: cluster.url(name, owner), appLogin: app.name });
  return dropped;
}

async function ask(name: string, text: string) {
  const sql = postgres(cluster.url(name), { max: 1, onnotice: () => {} });
  try {
    return [...(await sql.unsafe(text))];
  } finally {
    await sql.end();
  }
}
const add = (name: string, email: string) =>
  ask(
    name,
    `insert into people (email, name, roles, created_at)
    values ('${email}', 'Somebody', '{manager}', now())`,
  );
const emails = async (name: string) =>
  (await ask(name, 'select email from people order by email')).map(({ email }) => email);

/** A telling that is cut off after its first sentence. */
const cutOff = (name: string) =>
  tellMarked(cluster, name, async () => {
    await add(name, 'first@demo.example');
    throw new Error('killed');
  }).catch(() => undefined);

test('a demo that was cut off is told anew, and a whole one is left alone', async () => {
  expect(await start('one')).toBe(false);
  await cutOff('one');
  expect(await start('one')).toBe(true);
  expect(await emails('one')).toEqual([]);
  await tellMarked(cluster, 'one', async () => void (await add('one', 'whole@demo.example')));
  expect(await start('one')).toBe(false);
  // The next telling finds people and does nothing; cut off, it leaves no mark either.
  await cutOff('one');
  expect(await start('one')).toBe(false);
  expect(await emails('one')).toEqual(['first@demo.example', 'whole@demo.example']);
});

test('a database in which somebody is not of the demo is never dropped', async () => {
  await start('two');
  await cutOff('two');
  await add('two', 'manager@portal.example');
  expect(await start('two')).toBe(false);
  expect(await emails('two')).toContain('manager@portal.example');
});
