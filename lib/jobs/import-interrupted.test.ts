import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { applyImport } from '@/lib/commands/imports/apply-import';
import { confirmImport } from '@/lib/commands/imports/confirm-import';
import { previewImport } from '@/lib/commands/imports/preview-import';
import { beginImport, keepImportRows } from '@/lib/commands/imports/read-import';
import { euoColumnSpecs } from '@/lib/domain/euo-columns';
import { euoRowReader } from '@/lib/domain/euo-file';
import { findColumns } from '@/lib/domain/file-columns';
import { codeOf } from '@/lib/testing/assessment';
import { euoImports } from '@/lib/testing/euo-import';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { checkImport } from './check-import';
import { noteLostWork } from './note-lost-work';

const system = { kind: 'system', name: 'a test' } as const;
let world: World;
let imports: ReturnType<typeof euoImports>;
let acme: Supplier;
beforeAll(async () => {
  world = await makeWorld();
  imports = euoImports(world);
});
beforeEach(async () => {
  acme = await world.supplier('Acme Care');
});
afterAll(async () => {
  await imports.end();
  await world.end();
});

const FILE = 'ods_code,name,dspt_status,dspt_checked_on\nA1,Aster,x,2026-07-01\nB2,Birch,,';
const applying = async () => {
  const { id } = await imports.preview(acme, FILE);
  expectOk(await confirmImport(acme.contributor, { importId: id, replaceEdited: false }));
  return id;
};

test('a file that was half read is read again from nothing, and the worker before is turned away', async () => {
  const importId = await imports.upload(acme, FILE);
  const first = expectOk(await beginImport(system, { importId }));
  const attempt = first?.attempt ?? 0;
  const found = findColumns(euoColumnSpecs(1), ['ods_code', 'name']);
  if (!first || !found.ok) throw new Error('it was not begun');
  const read = euoRowReader({ ...first, columns: found.columns, width: 2 });
  const rows = [{ line: 2, reading: read(['Z9', 'Of the first']) }];
  expectOk(await keepImportRows(system, { importId, attempt, rows }));
  expect(await imports.row(importId)).toMatchObject({ state: 'checking', rows_read: 1 });
  const second = expectOk(await beginImport(system, { importId }));
  expect(second?.attempt).toBe(attempt + 1);
  expect(codeOf(await keepImportRows(system, { importId, attempt, rows }))).toBe('wrong_status');
  expect(codeOf(await previewImport(system, { importId, attempt }))).toBe('wrong_status');
  await checkImport(importId);
  expect(await imports.row(importId)).toMatchObject({ state: 'preview', rows_read: 2, added: 2 });
});

test('what breaks in the middle leaves nothing, and may be done again', async () => {
  const importId = await applying();
  await world.sql`alter table onboarding_checks add constraint broken check (status <> 'x') not valid`;
  await expect(applyImport(system, { importId })).rejects.toMatchObject({ code: '23514' });
  await world.sql`alter table onboarding_checks drop constraint broken`;
  expect(await imports.ledger(acme)).toEqual([]);
  expect(await imports.row(importId)).toMatchObject({ state: 'applying' });
  expectOk(await applyImport(system, { importId }));
  expect(await imports.row(importId)).toMatchObject({ state: 'done', added: 2 });
  expect(await imports.ledger(acme)).toHaveLength(2);
});

test('rows that a database lost when it crashed are said to be lost, and none of them is imported', async () => {
  const importId = await applying();
  await world.sql`delete from onboarding_import_rows where import_id = ${importId} and line = 3`;
  expectOk(await applyImport(system, { importId }));
  expect(await imports.row(importId)).toMatchObject({
    ...{ state: 'refused', problem: expect.stringContaining('Upload it again') },
  });
  expect(await imports.ledger(acme)).toEqual([]);
});

describe('an import whose job came to its end', () => {
  const lose = () => world.sql`delete from graphile_worker._private_jobs`;
  const lost = { state: 'refused', problem: expect.stringContaining('Upload it again') };

  test('is refused while it waits to be read, and while it waits to be done', async () => {
    const [one, two] = [await imports.upload(acme, FILE), await applying()];
    await noteLostWork(system);
    expect(await imports.row(one)).toMatchObject({ state: 'waiting' });
    expect(await imports.row(two)).toMatchObject({ state: 'applying' });
    await lose();
    await noteLostWork(system);
    expect(await imports.row(one)).toMatchObject(lost);
    expect(await imports.row(two)).toMatchObject(lost);
    expect(await imports.ledger(acme)).toEqual([]);
  });

  test('waits on where it waits for a person', async () => {
    const { id } = await imports.preview(acme, FILE);
    await lose();
    await noteLostWork(system);
    expect(await imports.row(id)).toMatchObject({ state: 'preview' });
  });
});
