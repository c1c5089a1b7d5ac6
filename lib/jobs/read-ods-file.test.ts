import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { confirmSnapshot } from '@/lib/commands/registers/confirm-snapshot';
import type { PersonActor } from '@/lib/domain/permissions';
import { registerFiles } from '@/lib/testing/register-file';
import { expectOk, makeWorld, type World } from '@/lib/testing/world';
import { readRegister } from './read-register';

let world: World;
let files: ReturnType<typeof registerFiles>;
let asha: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  files = registerFiles(world, () => asha);
  asha = await world.staff('Asha Assessor', 'assessor');
});
afterAll(async () => {
  await files.end();
  await world.end();
});
beforeEach(async () => {
  await world.sql`truncate register_snapshots cascade`;
});

type Changes = { name?: string; opened?: string; closed?: string; status?: string };
/** A line of an ODS file, each cell in quotation marks as its publisher writes it. */
function line(code: string, changes: Changes = {}): string {
  const { name = `${code} SURGERY`, opened = '19740401', closed = '', status = 'A' } = changes;
  const cells = [
    ...[code, name, 'Y63', 'Q74', '1 ASTER STREET', 'ASTERTON', '', '', '', 'ZZ1 1AA'],
    ...[opened, closed, status, 'B', '00K'],
  ];
  return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
}
const read = (lines: readonly string[], asOf = '2026-11-01', register = 'ods_practices' as const) =>
  files.read(lines.join('\r\n'), { register, asOf });
const known = async (code: string) => {
  const [row] = await world.sql`select name, address, postcode, role, active,
    closed_on::text as closed, as_of::text as day, source from ods_organisations where code = ${code}`;
  return row;
};

test('a file becomes rows, refusals with their lines, and what is known of each code', async () => {
  const found = await read([
    line(' a10001 ', { name: `O'NEIL, "SONS" & CO` }),
    line('A10002', { closed: '20171031', status: 'C' }),
    line('A10003', { status: 'D' }),
    line('A10001', { name: 'ANOTHER' }),
    line('A10004', { opened: '20230230' }),
    'A10005,TOO SHORT',
    line('A1000-6'),
  ]);
  expect(found).toMatchObject({
    ...{ state: 'ready', rows: 3, refused: 4, problem: null },
    statuses: [
      { status: 'A', rows: 1 },
      { status: 'C', rows: 1 },
      { status: 'D', rows: 1 },
    ],
  });
  const refused = await world.sql`select line, reason from register_refusals
    where snapshot_id = ${found.id} order by line`;
  expect(refused).toEqual([
    { line: 4, reason: 'code_twice' },
    { line: 5, reason: 'ods_date_unreadable' },
    { line: 6, reason: 'cells_few' },
    { line: 7, reason: 'ods_code_unreadable' },
  ]);
  expect(await known('A10001')).toEqual({
    ...{ name: `O'NEIL, "SONS" & CO`, address: '1 ASTER STREET, ASTERTON', postcode: 'ZZ1 1AA' },
    ...{ role: 'GP practice or prescriber', active: true, closed: null },
    ...{ day: '2026-11-01', source: 'file' },
  });
  expect(await known('A10002')).toMatchObject({ active: false, closed: '2017-10-31' });
  expect(await known('A10003')).toMatchObject({ active: false, closed: null });
  expect(await known('A10004')).toBeUndefined();
});

test('of two files the one of the later day is known, whichever was uploaded last', async () => {
  await read([line('B20001', { name: 'NEWER' }), line('B20003')], '2026-11-10');
  await read([line('B20001', { name: 'OLDER' }), line('B20002')], '2026-11-05');
  expect(await known('B20001')).toMatchObject({ name: 'NEWER', day: '2026-11-10' });
  expect(await known('B20002')).toMatchObject({ day: '2026-11-05' });
  await read([line('B20001', { name: 'NEWEST', status: 'C' }), line('B20004')], '2026-11-11');
  expect(await known('B20001')).toMatchObject({ name: 'NEWEST', active: false });
});

test('an answer of the ODS API stays until a file of a later day', async () => {
  await world.sql`insert into ods_organisations values ('C30001', 'AS ANSWERED', '', '', '', true,
    null, null, '2026-11-12', 'api', null, '2026-11-12T09:00:00Z')`;
  await read([line('C30001'), line('C30002')], '2026-11-12');
  expect(await known('C30001')).toMatchObject({ name: 'AS ANSWERED', source: 'api' });
  await read([line('C30001'), line('C30003')], '2026-11-13');
  expect(await known('C30001')).toMatchObject({ name: 'C30001 SURGERY', source: 'file' });
});

test('a file with so few rows is known of only once it is confirmed', async () => {
  const many = Array.from({ length: 20 }, (_, n) => line(`D${n}`));
  await files.read(many.join('\n'), { register: 'ods_pharmacies', asOf: '2026-11-01' });
  const few = [line('D1', { name: 'RENAMED' })].join('\n');
  const found = await files.read(few, { register: 'ods_pharmacies', asOf: '2026-11-14' });
  expect(found.state).toBe('to_confirm');
  expect(await known('D1')).toMatchObject({ name: 'D1 SURGERY' });
  expectOk(await confirmSnapshot(asha, { snapshotId: found.id }));
  expect(await known('D1')).toMatchObject({ name: 'RENAMED', role: 'Pharmacy' });
});

test('the same file twice is one snapshot of one register, and another one of another', async () => {
  const content = line('E50001');
  const first = await files.upload(content, { register: 'ods_trusts' });
  expect(await files.upload(content, { register: 'ods_trusts' })).toEqual({
    ...{ id: first.id, used: false },
  });
  expect((await files.upload(content, { register: 'ods_sites' })).id).not.toBe(first.id);
  await readRegister(first.id);
  await readRegister(first.id);
  expect(await files.snapshot(first.id)).toMatchObject({ state: 'ready', rows: 1 });
});

describe('a file that is no ODS file', () => {
  test.each([
    ['is empty', ['\n'], 'The selected file is empty'],
    ['is the DSPT register', ['Code,Organisation Name,Status,Date Of Publication'], /has none/],
    ['has too few columns', ['A1,Aster,Street,ZZ1 1AA'], /at least 10 columns/],
    ['has no row that can be read', [line('')], 'The selected file has no row that can be read'],
  ])('%s: it says so, and leaves no row', async (_, lines, problem) => {
    const found = await read(lines, '2026-10-01');
    expect(found.state).toBe('refused');
    expect(found.problem).toMatch(problem);
    expect(await world.sql`select 1 from ods_rows where snapshot_id = ${found.id}`).toEqual([]);
  });
});

const sample = resolve('../shared/data/ods/epraccur_sample.csv');
test.skipIf(!existsSync(sample))('a real file reads without a refusal', async () => {
  const content = readFileSync(sample);
  const told = { register: 'ods_practices', asOf: '2026-11-20', complete: false } as const;
  const found = await files.read(content, told);
  const lines = content.toString().trim().split('\n').length;
  expect(found).toMatchObject({ state: 'ready', rows: lines, refused: 0 });
  const [row] =
    await world.sql`select count(*)::int as n, count(*) filter (where active)::int as open
    from ods_organisations where snapshot_id = ${found.id}`;
  expect(row).toEqual({ n: lines, open: 466 });
});
