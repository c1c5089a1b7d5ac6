import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { confirmSnapshot } from '@/lib/commands/registers/confirm-snapshot';
import type { PersonActor } from '@/lib/domain/permissions';
import { registerFiles } from '@/lib/testing/register-file';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { readRegister } from './read-register';

let world: World;
let files: ReturnType<typeof registerFiles>;
let asha: PersonActor;
let acme: Supplier;
beforeAll(async () => {
  world = await makeWorld();
  files = registerFiles(world, () => asha);
  asha = await world.staff('Asha Assessor', 'assessor');
  acme = await world.supplier('Acme Care');
});
afterAll(async () => {
  await files.end();
  await world.end();
});

const HEAD = 'Code,Organisation Name,Status,Date Of Publication,Primary Sector';
type Files = ReturnType<typeof registerFiles>;
const read: Files['read'] = (...given) => files.read(...given);
const upload: Files['upload'] = (...given) => files.upload(...given);
const snapshot: Files['snapshot'] = (...given) => files.snapshot(...given);

test('a file becomes rows, refusals with their lines, and counts', async () => {
  const found = await read(
    [
      `\ufeff${HEAD}`,
      'a1,"Aster, ""Sons"" & Co",25/26 Standards Met,28/06/2026,Company',
      'B2,Birch,Not Published,,NHS Business Partner',
      ',Nobody,25/26 Standards Met,28/06/2026,Company',
      'A1,Aster again,25/26 Standards Exceeded,28/06/2026,Company',
      'C3,Cedar,25/26 Standards Met,31/06/2026,Company',
      'D4,Dogwood,25/26 Standards Met,28/06/2026,Company,more,and more',
    ].join('\r\n'),
  );
  expect(found).toMatchObject({
    ...{ state: 'ready', rows: 2, refused: 4, problem: null },
    statuses: [
      { status: '25/26 Standards Met', rows: 1 },
      { status: 'Not Published', rows: 1 },
    ],
  });
  const rows = await world.sql`select code, line, name, level, edition, published_on::text as day
    from register_rows where snapshot_id = ${found.id} order by code`;
  expect(rows).toEqual([
    {
      ...{ code: 'A1', line: 2, name: 'Aster, "Sons" & Co', level: 'standards_met' },
      ...{ edition: '25/26', day: '2026-06-28' },
    },
    { code: 'B2', line: 3, name: 'Birch', level: 'not_published', edition: null, day: null },
  ]);
  const refused = await world.sql`select line, reason from register_refusals
    where snapshot_id = ${found.id} order by line`;
  expect(refused).toEqual([
    { line: 4, reason: 'code_missing' },
    { line: 5, reason: 'code_twice' },
    { line: 6, reason: 'date_unreadable' },
    { line: 7, reason: 'cells' },
  ]);
  const types =
    await world.sql`select type from events where subject_id = ${found.id} order by sequence`;
  expect(types.map(({ type }) => type)).toEqual(['register.uploaded', 'register.read']);
});

test('the same file twice is one snapshot, read once', async () => {
  const content = `${HEAD}\nE5,Elm,25/26 Standards Met,28/06/2026,Company`;
  const first = await upload(content, { asOf: '2026-01-01' });
  const second = await upload(content);
  expect(second).toEqual({ id: first.id, used: false });
  await readRegister(first.id);
  await readRegister(first.id);
  expect(await snapshot(first.id)).toMatchObject({ state: 'ready', rows: 1 });
});

describe('a file that is no register', () => {
  test.each([
    ['is empty', '', 'The selected file is empty'],
    ['has headings only', HEAD, 'The selected file has no row that can be read'],
    ['misses columns', 'Code,Status\nA1,x', /must have the columns ‘Organisation Name’/],
    ['has a column twice', `${HEAD},Code\nA1`, /‘Code’ once only/],
    ['has an open mark', `${HEAD}\nA1,"Aster,x\nB2,y`, /from line 2 on: a quotation mark/],
    ['has a million columns', `${'x,'.repeat(1_000_000)}\n1`, /from line 1 on:/],
  ])('%s: it says so, and leaves no row', async (_, content, problem) => {
    const found = await read(content || '\n', { asOf: '2026-10-01' });
    expect(found.state).toBe('refused');
    expect(found.problem).toMatch(problem);
    const rows = await world.sql`select 1 from register_rows where snapshot_id = ${found.id}`;
    expect(rows).toEqual([]);
  });
});

test('so few rows beside the one before it wait to be confirmed, and suppliers see nothing of it', async () => {
  const many = (n: number) => [
    HEAD,
    ...Array.from({ length: n }, (_, i) => `M${i},Maple ${i},x,,y`),
  ];
  const before = await read(many(100).join('\n'), { asOf: '2026-11-10' });
  expect(before.state).toBe('ready');
  const few = await read(many(89).join('\n'), { asOf: '2026-11-11' });
  expect(few.state).toBe('to_confirm');
  expect(await confirmSnapshot(acme.person, { snapshotId: few.id })).toMatchObject({
    problem: { kind: 'forbidden' },
  });
  expectOk(await confirmSnapshot(asha, { snapshotId: few.id }));
  expect((await snapshot(few.id)).state).toBe('ready');
  // An older register, uploaded late, is held against the one before its own day.
  const older = await read(many(20).slice(0, 19).join('\n'), { asOf: '2026-11-09' });
  expect(older.state).toBe('ready');
});

test('what was read stays: nobody changes a snapshot or its rows', async () => {
  const { id } = await read(`${HEAD}\nF6,Fir,25/26 Standards Met,28/06/2026,Company\n`, {
    asOf: '2026-11-12',
  });
  for (const change of [
    world.sql`update register_snapshots set state = 'waiting' where id = ${id}`,
    world.sql`update register_snapshots set rows = 7 where id = ${id}`,
  ])
    await expect(change).rejects.toMatchObject({ constraint_name: 'register_snapshots_kept' });
});

const folder = resolve('../shared/data/dspt');
const real = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.csv')) : [];
test.skipIf(real.length === 0)('every real file at hand reads without a refusal', async () => {
  for (const name of real) {
    const asOf = /\d{4}-\d{2}-\d{2}/.exec(name)?.[0];
    if (!asOf) throw new Error(`${name} does not say its day`);
    const content = readFileSync(join(folder, name));
    const found = await read(content, { asOf, complete: false });
    expect([name, found.refused, found.problem]).toEqual([name, 0, null]);
    const lines = content.toString().trim().split('\n').length - 1;
    expect([name, found.rows]).toEqual([name, lines]);
  }
});
