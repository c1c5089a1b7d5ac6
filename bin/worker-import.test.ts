import type { ChildProcess } from 'node:child_process';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { confirmImport } from '@/lib/commands/imports/confirm-import';
import { euoImports } from '@/lib/testing/euo-import';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { killProcess, startWorkerProcess, twoMinutesLater } from './worker-process';

const ROWS = 60_000;
let world: World;
let imports: ReturnType<typeof euoImports>;
let acme: Supplier;
const workers: ChildProcess[] = [];
beforeAll(async () => {
  world = await makeWorld();
  imports = euoImports(world);
  acme = await world.supplier('Acme Care');
});
afterEach(async () => {
  for (const worker of workers) await killProcess(worker);
});
afterAll(async () => {
  await imports.end();
  await world.end();
});

async function startWorker(): Promise<ChildProcess> {
  const worker = await startWorkerProcess({
    AUTH_URL: 'https://portal.example',
    AUTH_SECRET: 'only for this test, of this file',
  });
  workers.push(worker);
  return worker;
}
const count = async (table: 'onboardings' | 'onboarding_import_rows') =>
  (await world.sql`select count(*)::int as n from ${world.sql(table)}`)[0]?.n;
/** Whether the worker is in the middle of its one transaction. */
const isWriting = async () =>
  (
    await world.sql`select 1 from pg_stat_activity where datname = current_database()
      and state = 'active' and query like '%insert into onboardings%' and pid <> pg_backend_pid()`
  ).length > 0;

test('a worker killed while it reads and another while it imports leave all or nothing', async () => {
  const rows = Array.from({ length: ROWS }, (_, n) => `E${n},"The Elms, ${n}"`);
  const importId = await imports.upload(acme, ['ods_code,name', ...rows].join('\n'));
  const rowsRead = async () => (await imports.row(importId)).rows_read;
  const state = async () => (await imports.row(importId)).state;

  const first = await startWorker();
  await expect.poll(rowsRead, { timeout: 30_000, interval: 20 }).toBeGreaterThan(0);
  await killProcess(first);
  expect(await state()).toBe('checking');
  expect(await rowsRead()).toBeLessThan(ROWS);
  await twoMinutesLater(world.sql);
  const second = await startWorker();
  await expect.poll(state, { timeout: 60_000 }).toBe('preview');
  expect(await imports.row(importId)).toMatchObject({ rows_read: ROWS, added: ROWS });
  expect(await count('onboarding_import_rows')).toBe(ROWS);

  expectOk(await confirmImport(acme.contributor, { importId, replaceEdited: false }));
  await expect.poll(isWriting, { timeout: 30_000, interval: 10 }).toBe(true);
  await killProcess(second);
  expect(await state()).toBe('applying');
  await expect.poll(isWriting, { timeout: 30_000 }).toBe(false);
  expect(await count('onboardings')).toBe(0);
  await twoMinutesLater(world.sql);
  await startWorker();
  await expect.poll(state, { timeout: 60_000 }).toBe('done');
  expect(await count('onboardings')).toBe(ROWS);
}, 240_000);
