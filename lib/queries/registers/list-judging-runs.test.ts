import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { publishAupVersion } from '@/lib/commands/manage/publish-aup-version';
import { judgeNewDay } from '@/lib/commands/onboardings/judge-new-day';
import { dateFields, type PlainDate } from '@/lib/domain/dates';
import { judgingTitle } from '@/lib/domain/judging';
import type { PersonActor, SystemActor } from '@/lib/domain/permissions';
import { judgeAll } from '@/lib/jobs/judge-onboardings';
import { moveClock } from '@/lib/ports/clock';
import { listAupVersions } from '@/lib/queries/aup/list-aup-versions';
import { putRegister } from '@/lib/testing/register';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { getJudgingRun } from './get-judging-run';
import { listJudgingRuns } from './list-judging-runs';

const system: SystemActor = { kind: 'system', name: 'a test' };
let world: World;
let owner: Supplier;
let asha: PersonActor;
let manager: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  owner = await world.supplier('Acme Care');
  asha = await world.staff('Asha', 'assessor');
  manager = await world.staff('Mo', 'manager');
});
afterAll(() => world.end());
beforeEach(async () => {
  moveClock('2026-11-23T10:00:00Z');
  await world.sql`truncate judging_runs, judging_changes, register_snapshots, aup_versions cascade`;
});

async function judgeAllThatWaits() {
  const runs = await world.sql`select id from judging_runs where state <> 'done' order by asked_at`;
  for (const { id } of runs) await judgeAll(system, id);
}
async function newDay(day: string) {
  moveClock(`${day}T10:00:00Z`);
  expectOk(await judgeNewDay(system, {}));
}
const titles = async (options: Parameters<typeof listJudgingRuns>[1] = {}) =>
  (await listJudgingRuns(asha, options))?.rows.map(({ reason }) => judgingTitle(reason));

test('each says what brought it; days on which nothing changed are left out unless asked for', async () => {
  await world.sql`insert into onboardings (organisation_id, product_id, ods_code, name, state, state_on,
    verdict, reasons, flags, created_at) values (${owner.id}, ${owner.productId}, 'A1', 'Alder', 'planned',
    now(), 'ready', '{}', '{}', now())`;
  await newDay('2026-11-23');
  await judgeAllThatWaits();
  await newDay('2026-11-24');
  await judgeAllThatWaits();
  const day: PlainDate = '2026-11-25';
  moveClock(`${day}T10:00:00Z`);
  const { day: d, month: m, year: y } = dateFields(day);
  const form = { version: '2', 'inForce-day': d, 'inForce-month': m, 'inForce-year': y };
  expectOk(await publishAupVersion(manager, form));
  await judgeAllThatWaits();
  moveClock('2026-11-26T10:00:00Z');
  await putRegister(asha, '2026-11-01', [['A1', 'ALDER', '25/26 Standards Met', '28/06/2026', '']]);
  expect(await titles()).toEqual([
    'A new DSPT register of 1 November 2026',
    'AUP version 2',
    'A new day',
  ]);
  expect(await titles({ quiet: true })).toEqual([
    ...['A new DSPT register of 1 November 2026', 'AUP version 2', 'A new day', 'A new day'],
  ]);
  const page = await listJudgingRuns(asha);
  expect(page?.rows.map(({ state, endedAt }) => [state, endedAt?.toISOString()])).toEqual([
    ['waiting', undefined],
    ['done', '2026-11-25T10:00:00.000Z'],
    ['done', '2026-11-23T10:00:00.000Z'],
  ]);
  expect(page?.rows.at(-1)).toMatchObject({
    ...{ total: 1, judged: 1, approvals: 0 },
    found: { onboardings: { failing: 1 }, approvals: {} },
  });
  const versions = await listAupVersions(manager);
  expect(versions?.map(({ runId }) => runId)).toEqual([page?.rows[1]?.id]);
  const run = await getJudgingRun(asha, page?.rows[1]?.id ?? '');
  expect(run).toMatchObject({ state: 'done', reason: { cause: 'aup', aupVersion: '2' } });
});

test('a version published ahead leads to the first judging from its day on, and to none until then', async () => {
  const publish = async (version: string, day: PlainDate) => {
    const { day: d, month: m, year: y } = dateFields(day);
    const form = { version, 'inForce-day': d, 'inForce-month': m, 'inForce-year': y };
    return expectOk(await publishAupVersion(manager, form)).judging;
  };
  const leads = async () =>
    (await listAupVersions(manager))?.map(({ version, standing, runId, publishedAhead }) =>
      publishedAhead ? [version, standing, runId] : [version, runId],
    );
  moveClock('2027-06-10T10:00:00Z');
  const own = await publish('2', '2027-06-10');
  await publish('3', '2027-06-12');
  // Still the eleventh in London, and one hour later the twelfth.
  moveClock('2027-06-11T22:30:00Z');
  expectOk(await judgeNewDay(system, {}));
  expect(await leads()).toEqual([
    ['3', 'ahead', null],
    ['2', own],
  ]);
  moveClock('2027-06-11T23:05:00Z');
  const { judging } = expectOk(await judgeNewDay(system, {}));
  await newDay('2027-06-13');
  expect(await leads()).toEqual([
    ['3', 'in_force', judging],
    ['2', own],
  ]);
  // Of one published before that was noted nothing is guessed.
  await world.sql`update judging_runs set aup_version_id = null`;
  expect(await leads()).toEqual([
    ['3', 'in_force', null],
    ['2', null],
  ]);
});

test('is read 25 at a time, and by staff alone', async () => {
  await world.sql`insert into judging_runs (cause, state, asked_at)
    select 'aup', 'done', timestamptz '2026-11-01 10:00Z' + (n / 2) * interval '1 hour'
    from generate_series(1, 30) n`;
  const first = await listJudgingRuns(asha);
  const second = await listJudgingRuns(asha, { after: first?.next ?? '' });
  const ids = [...(first?.rows ?? []), ...(second?.rows ?? [])].map(({ id }) => id);
  expect([first?.rows.length, second?.rows.length, second?.next]).toEqual([25, 5, null]);
  expect(new Set(ids).size).toBe(30);
  expect(await listJudgingRuns(owner.person)).toBeNull();
  expect(await getJudgingRun(owner.person, ids[0] ?? '')).toBeNull();
  expect(await getJudgingRun(asha, 'no-id')).toBeNull();
});
