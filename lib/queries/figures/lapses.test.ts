import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LapseWhich } from '@/lib/domain/lapses';
import type { PersonActor } from '@/lib/domain/permissions';
import { makeFullTenant } from '@/lib/testing/full-tenant';
import { makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { getLapses } from './get-lapses';
import { countLapses, exportLapses, type LapseRow, listLapses } from './list-lapses';

let world: World;
let max: PersonActor;
let asha: PersonActor;
let owners: Supplier[];
const ENDS = [
  ['2026-06-30', 'dspt_edition'],
  ['2026-11-22', null],
  ['2026-11-22', 'certificate'],
  ['2026-11-23', 'certificate'],
  ['2026-11-23', null],
  ['2027-06-30', 'dspt_edition'],
  ['2027-06-30', 'dspt_edition'],
] as const;
beforeAll(async () => {
  world = await makeWorld();
  max = await world.staff('Max', 'manager');
  asha = await world.staff('Asha', 'assessor');
  owners = [];
  for (const [index, [until, cause]] of ENDS.entries()) {
    const owner = await makeFullTenant(world, asha, `Supplier ${index}`);
    owners.push(owner);
    await world.sql`insert into assurances select id, organisation_id, ${until}, ${cause} from approvals
      where organisation_id = ${owner.id}`;
  }
});
afterAll(() => world.end());

async function all(which: LapseWhich, most: number): Promise<LapseRow[]> {
  const rows: LapseRow[] = [];
  for (let after = null, more = true; more; ) {
    const page = await listLapses(max, which, { after, most });
    if (!page) throw new Error('no list');
    rows.push(...page.rows);
    [after, more] = [page.next as never, page.next !== null];
  }
  return rows;
}
const ends = (rows: readonly LapseRow[]) => rows.map(({ until }) => until);

test.each([
  ['next', ['2026-11-23', '2027-06-30', '2027-06-30']],
  ['lapsed', ['2026-06-30', '2026-11-22', '2026-11-22', '2026-11-23']],
  [{ month: '2026-11-01' } as const, ['2026-11-23']],
  [{ month: '2027-06-01' } as const, ['2027-06-30', '2027-06-30']],
  [{ month: '2027-07-01' } as const, []],
])('of %j every one is listed once, the first to end first', async (which, expected) => {
  for (const most of [1, 2, 40]) {
    const rows = await all(which as LapseWhich, most);
    expect(ends(rows)).toEqual(expected);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    const taken: LapseRow[] = [];
    for await (const some of exportLapses(max, which as LapseWhich, most)) taken.push(...some);
    expect(taken).toEqual(rows);
  }
  expect(await countLapses(max, which as LapseWhich)).toBe(expected.length);
});

test('what is counted by day is what is listed, and those that lapsed stand apart', async () => {
  const found = await getLapses(max, 'next', { after: null, most: 40 });
  expect(found?.counts).toEqual([
    { until: '2026-06-30', cause: 'dspt_edition', approvals: 1 },
    { until: '2026-11-22', cause: 'certificate', approvals: 1 },
    { until: '2026-11-22', cause: null, approvals: 1 },
    { until: '2026-11-23', cause: 'certificate', approvals: 1 },
    { until: '2026-11-23', cause: null, approvals: 1 },
    { until: '2027-06-30', cause: 'dspt_edition', approvals: 2 },
  ]);
  expect(ends(found?.lapsed?.rows ?? [])).toEqual([
    ...['2026-06-30', '2026-11-22', '2026-11-22', '2026-11-23'],
  ]);
  expect(found?.list.rows[0]).toMatchObject({
    ...{ supplier: 'Supplier 3', cause: 'certificate', odsCode: 'A1B2C' },
    reference: expect.stringMatching(/^DSI-/),
  });
  expect(found?.pace.hoursEach).toBeNull();
  expect(found?.judged).toEqual({ at: null, open: false });
});

test('the pace is that of what was decided since the week of 90 days ago, by whom', async () => {
  for (const [starts, assessor, cases] of [
    ['2026-08-24', asha, 6],
    ['2026-11-16', max, 8],
    ['2026-08-17', max, 100],
  ] as const)
    await world.sql`insert into figure_sums (period, starts_on, measure, assessor_id, label, value, cases)
      values ('week', ${starts}, 'decided', ${assessor.personId}, '', 5, ${cases}),
        ('week', ${starts}, 'decided', null, '', 5, ${cases})`;
  const found = await getLapses(max, 'next', { after: null, most: 40 });
  expect(found?.pace).toMatchObject({ decided: 14, assessors: 2, since: '2026-08-24' });
});

test('is for managers alone', async () => {
  for (const who of [asha, owners[0]?.person as PersonActor]) {
    expect(await listLapses(who, 'next')).toBeNull();
    expect(await countLapses(who, 'next')).toBeNull();
    expect((await exportLapses(who, 'next').next()).done).toBe(true);
    expect(await getLapses(who, 'next', { after: null, most: 40 })).toBeNull();
  }
});
