import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { confirmImport, giveUpImport } from '@/lib/commands/imports/confirm-import';
import { endAbandonedImports } from '@/lib/commands/imports/end-abandoned';
import { hasNothing } from '@/lib/domain/euo-import';
import { moveClock } from '@/lib/ports/clock';
import { getImport } from '@/lib/queries/imports/get-import';
import { listImports } from '@/lib/queries/imports/list-imports';
import { codeOf } from '@/lib/testing/assessment';
import { euoImports } from '@/lib/testing/euo-import';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';

const system = { kind: 'system', name: 'a test' } as const;
let world: World;
let imports: ReturnType<typeof euoImports>;
let acme: Supplier;
beforeAll(async () => {
  world = await makeWorld();
  imports = euoImports(world);
  acme = await world.supplier('Acme Care');
});
afterEach(() => moveClock(null));
afterAll(async () => {
  await imports.end();
  await world.end();
});

const FILE = 'ods_code,name\nA1,Aster\n,Nobody';
const rowsOf = async (id: string) =>
  (await world.sql`select 1 from onboarding_import_rows where import_id = ${id}`).length;
const sweep = async () => expectOk(await endAbandonedImports(system, {})).ended;

test('a preview waits seven days, the last of them included, and is then given up with its rows', async () => {
  // 23:30 of the 22nd in London is still the 22nd: summer time has ended.
  moveClock('2026-11-22T23:30:00Z');
  const { id } = await imports.preview(acme, FILE);
  moveClock('2026-11-29T23:50:00Z');
  expect(await sweep()).toBe(0);
  expect([(await imports.row(id)).state, await rowsOf(id)]).toEqual(['preview', 2]);
  moveClock('2026-11-30T02:12:00Z');
  expect(await sweep()).toBe(1);
  expect([(await imports.row(id)).state, await rowsOf(id)]).toEqual(['given_up', 0]);
  const found = await getImport(acme.contributor, id);
  expect(found).toMatchObject({ confirmer: null, endedAt: new Date('2026-11-30T02:12:00Z') });
  expect(found?.refusals).toHaveLength(1);
  const confirm = { importId: id, replaceEdited: false };
  expect(codeOf(await confirmImport(acme.contributor, confirm))).toBe('wrong_status');
  expect(await sweep()).toBe(0);
});

test('the list says which were given up by nobody', async () => {
  moveClock('2026-12-01T09:00:00Z');
  const byHand = await imports.preview(acme, FILE);
  expectOk(await giveUpImport(acme.contributor, { importId: byHand.id }));
  const left = await imports.preview(acme, FILE);
  moveClock('2026-12-20T09:00:00Z');
  await sweep();
  const list = await listImports(acme.contributor);
  const abandoned = new Map(list?.map(({ id, abandoned }) => [id, abandoned]));
  expect([abandoned.get(byHand.id), abandoned.get(left.id)]).toEqual([false, true]);
});

test('one with nothing to import waits for nobody, and is not said to be left', async () => {
  moveClock('2026-12-20T10:00:00Z');
  const { id } = await imports.preview(acme, 'ods_code,name\n,Nobody');
  const { id: something } = await imports.preview(acme, FILE);
  const said = async () => {
    const list = await listImports(acme.contributor);
    const found = await getImport(acme.contributor, id);
    const nothing = new Map(list?.map((one) => [one.id, one.nothing]));
    return [nothing.get(id), nothing.get(something), found && hasNothing(found)];
  };
  expect(await said()).toEqual([true, false, true]);
  moveClock('2026-12-30T10:00:00Z');
  expect(await sweep()).toBe(2);
  expect(await said()).toEqual([true, false, true]);
});

test('what waits for a job is left alone, and rows that an import left behind go', async () => {
  moveClock('2026-12-21T09:00:00Z');
  const { id: applying } = await imports.preview(acme, FILE);
  const { id: refused } = await imports.preview(acme, FILE);
  expectOk(await confirmImport(acme.contributor, { importId: applying, replaceEdited: false }));
  await world.sql`update onboarding_imports set state = 'refused' where id = ${refused}`;
  moveClock('2027-01-21T09:00:00Z');
  expect(await sweep()).toBe(0);
  expect(await imports.row(applying)).toMatchObject({ state: 'applying' });
  expect([await rowsOf(applying), await rowsOf(refused)]).toEqual([2, 0]);
});
