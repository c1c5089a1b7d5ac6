import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { confirmDecision } from '@/lib/commands/assess/confirm-decision';
import { tellEvent } from '@/lib/commands/messages/tell-event';
import { judgeNewDay } from '@/lib/commands/onboardings/judge-new-day';
import { judgeNextSlice } from '@/lib/commands/onboardings/judge-slice';
import type { PersonActor, SystemActor } from '@/lib/domain/permissions';
import { moveClock } from '@/lib/ports/clock';
import { getDecision } from '@/lib/queries/apply/get-decision';
import { getTimeline } from '@/lib/queries/apply/get-timeline';
import { getSnapshot } from '@/lib/queries/registers/get-snapshot';
import { type Assessment, assessment } from '@/lib/testing/assessment';
import { putRegister } from '@/lib/testing/register';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { judgeAll } from './judge-onboardings';

const system: SystemActor = { kind: 'system', name: 'a test' };
let world: World;
let work: Assessment;
let acme: Supplier;
let asha: PersonActor;
let manager: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  work = assessment(world);
  asha = await world.staff('Asha Assessor', 'assessor');
  manager = await world.staff('Mo Manager', 'manager');
});
afterAll(() => world.end());
beforeEach(async () => {
  moveClock('2026-11-23T10:00:00Z');
  await world.sql`truncate register_rows, register_refusals, register_snapshots, judging_runs,
    judging_changes, judged_approvals, approval_changes, approvals, messages cascade`;
  await world.sql`delete from graphile_worker._private_jobs`;
  acme = await world.supplier('Acme Care');
});

async function approved(): Promise<string> {
  const reference = await work.recommended(acme, asha);
  const version = await work.mark(manager, reference);
  expectOk(await confirmDecision(manager, { reference, version }));
  await world.sql`delete from graphile_worker._private_jobs`;
  return reference;
}
const row = (status: string, name = 'ACME CARE LIMITED', day = '12/06/2026') =>
  ['A1B2C', name, status, day, 'Company'] as const;
const OTHER = ['OTHER', 'OTHER LTD', 'Not Published', '', ''] as const;
const MORE = ['MORE', 'MORE LTD', 'Not Published', '', ''] as const;
const MET = row('25/26 Standards Met');

/** Runs what waits, as the job does, and answers what the last run found. */
async function judged() {
  const runs =
    await world.sql`select id from judging_runs where state <> 'done' order by asked_at, id`;
  for (const { id } of runs) await judgeAll(system, id);
  const found = await world.sql`select change, before, after from approval_changes
    where run_id = ${runs.at(-1)?.id} order by 1`;
  return found.map(({ change, before, after }) => [change, before, after]);
}
async function register(asOf: string, rows: readonly (readonly string[])[], complete = true) {
  moveClock(`${asOf}T10:00:00Z`);
  const id = await putRegister(asha, asOf, rows, complete);
  return { id, found: await judged() };
}
async function newDay(day: string) {
  moveClock(`${day}T10:00:00Z`);
  expectOk(await judgeNewDay(system, {}));
  return judged();
}
async function told() {
  const jobs = await world.sql`select j.payload from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'tell'`;
  for (const { payload } of [...jobs, ...jobs]) expectOk(await tellEvent(system, payload));
  return world.sql`select p.name, m.kind, m.content from messages m
    join people p on p.id = m.person_id order by 1`;
}

test('each register and each day is held against what was kept from the run before', async () => {
  await approved();
  expect((await register('2026-11-24', [MET])).found).toEqual([]);
  const lower = row('25/26 Approaching Standards', 'ZENITH CARE LIMITED');
  expect((await register('2026-11-25', [lower, OTHER])).found).toEqual([
    ['newly_stale', '25/26 Standards Met', '25/26 Approaching Standards'],
    ['renamed', 'ACME CARE LIMITED', 'ZENITH CARE LIMITED'],
  ]);
  expect(await newDay('2026-11-26')).toEqual([]);
  expect((await register('2026-11-27', [MET, OTHER])).found).toEqual([
    ['newly_passing', '25/26 Approaching Standards', '25/26 Standards Met'],
    ['renamed', 'ZENITH CARE LIMITED', 'ACME CARE LIMITED'],
  ]);
  expect((await register('2026-11-28', [OTHER, MORE], false)).found).toEqual([]);
  const vanished = [['vanished', '25/26 Standards Met', 'No row']];
  expect((await register('2026-11-29', [OTHER, MORE])).found).toEqual(vanished);
  expect((await register('2026-11-30', [OTHER, MORE])).found).toEqual([]);
});

test('assured until moves with the register, and ends on its day', async () => {
  await approved();
  await register('2026-11-24', [MET]);
  const newer = row('26/27 Standards Met', 'ACME CARE LIMITED', '12/05/2027');
  expect((await register('2027-06-01', [newer])).found).toEqual([
    ['assured_longer', '2027-06-30', '2028-06-30'],
  ]);
  expect((await register('2027-06-02', [MET])).found).toEqual([
    ['assured_shorter', '2028-06-30', '2027-06-30'],
  ]);
  expect(await newDay('2027-06-30')).toEqual([]);
  const stale = ['newly_stale', '25/26 Standards Met', '25/26 Standards Met'];
  const ended = ['assurance_ended', '2027-06-30', '2027-06-30'];
  expect(await newDay('2027-07-01')).toEqual([ended, stale]);
});

test('a register that may not be whole ends nothing of whom it leaves out, nor clears a warning', async () => {
  const reference = await approved();
  const shown = async () => {
    const decision = await getDecision(acme.person, reference);
    return [decision?.clearance.sentence, decision?.against];
  };
  await register('2026-11-24', [MET]);
  await register('2027-06-01', [
    row('26/27 Standards Met', 'ACME CARE LIMITED', '12/05/2027'),
    OTHER,
  ]);
  const longer = await shown();
  expect(longer).toEqual([
    expect.stringMatching(/until 30 June 2028.+register of 1 June 2027/),
    null,
  ]);
  const first = await register('2027-07-02', [OTHER, MORE], false);
  expect(first.found).toEqual([]);
  expect(await shown()).toEqual(longer);
  expect(await told()).toEqual([]);

  const lower = [row('26/27 Standards Not Met', 'ACME CARE LIMITED', '03/07/2027'), OTHER];
  expect((await register('2027-07-03', lower, false)).found).not.toEqual([]);
  const warned = await shown();
  expect(warned[1]).toMatch(/^The DSPT register of 3 July 2027 has .+ 26\/27 Standards Not Met/);
  expect((await register('2027-07-04', [OTHER, MORE], false)).found).toEqual([]);
  expect(await shown()).toEqual(warned);
  // One of an earlier day, though uploaded last, is not the latest.
  moveClock('2027-07-05T10:00:00Z');
  await putRegister(asha, '2027-06-20', [OTHER, MORE]);
  expect(await judged()).toEqual([]);
  expect(await shown()).toEqual(warned);

  expect((await register('2027-07-06', [OTHER, MORE])).found).toEqual([
    ['vanished', '26/27 Standards Not Met', 'No row'],
  ]);
  const gone = [expect.stringMatching(/^Was assured until 30 June 2027/), null];
  expect(await shown()).toEqual(gone);
  // Of one that left, a register that may not be whole brings nothing back.
  expect((await register('2027-07-07', [OTHER, MORE], false)).found).toEqual([]);
  expect(await shown()).toEqual(gone);
});

test('what a register that was not whole says is held against the last known before it', async () => {
  await register('2026-11-20', [MET, OTHER]);
  await register('2026-11-21', [OTHER, MORE], false);
  moveClock('2026-11-23T10:00:00Z');
  await approved();
  expect((await register('2026-11-24', [OTHER, MORE])).found).toEqual([
    ['vanished', '25/26 Standards Met', 'No row'],
  ]);
});

test('one that was never judged is held against the register before the run’s own', async () => {
  await register('2026-11-20', [MET]);
  moveClock('2026-11-23T10:00:00Z');
  const reference = await approved();
  const { id, found } = await register('2026-11-24', [row('25/26 Standards Not Met')]);
  expect(found).toEqual([['newly_stale', '25/26 Standards Met', '25/26 Standards Not Met']]);
  const view = await getSnapshot(asha, id);
  expect(view?.judging).toMatchObject({
    ...{ state: 'done', approvals: 1, approvalsJudged: 1, moreChanged: 0 },
    reason: { cause: 'register', register: 'dspt', asOf: '2026-11-24' },
    changed: [{ supplier: 'Acme Care', reference, change: 'newly_stale' }],
  });
  const [run] = await world.sql`select found from judging_runs where snapshot_id = ${id}`;
  expect(run?.found).toEqual({ onboardings: {}, approvals: { newly_stale: 1 } });
  expect(await getSnapshot(acme.person, id)).toBeNull();
});

test('a change for the worse is told once, with what to do next; no other is', async () => {
  const reference = await approved();
  await register('2026-11-24', [MET]);
  await register('2026-11-25', [row('25/26 Standards Met', 'ZENITH CARE')]);
  expect(await told()).toEqual([]);
  expect((await getDecision(acme.person, reference))?.against).toBeNull();
  await register('2026-11-26', [row('25/26 Standards Not Met', 'ZENITH CARE')]);
  const heard = await told();
  expect(heard.map(({ name, kind }) => [name, kind])).toEqual(
    ['Ada', 'Chris', 'Pat', 'Sam'].map((name) => [
      expect.stringMatching(`^${name} of Acme Care`),
      'approval-at-risk',
    ]),
  );
  expect(heard[0]?.content).toMatchObject({
    heading: expect.stringMatching(/^Your approval for .+ is at risk$/),
    paragraphs: [
      expect.stringContaining('says 25/26 Standards Not Met, which no longer passes.'),
      expect.stringMatching(/^What to do next: publish a DSPT status/),
    ],
    path: `/apply/${reference}/decision`,
  });
  expect((await getDecision(acme.person, reference))?.against).toBe(
    'The DSPT register of 26 November 2026 has your organisation as 25/26 Standards Not Met, which does not pass.',
  );
  const timeline = await getTimeline(acme.person, reference);
  expect(JSON.stringify(timeline)).toContain(
    'says 25/26 Standards Not Met, which no longer passes',
  );
});

test('a run that was broken off after its approvals goes on behind them', async () => {
  await approved();
  await register('2026-11-24', [MET]);
  moveClock('2026-11-25T10:00:00Z');
  await putRegister(asha, '2026-11-25', [row('Not Published', 'ACME CARE LIMITED', '')]);
  const [waiting] = await world.sql`select id from judging_runs where state = 'waiting'`;
  const runId: string = waiting?.id;
  expect(expectOk(await judgeNextSlice(system, { runId }))).toEqual({ done: false });
  const [half] = await world.sql`select state, approvals, approvals_judged as done
    from judging_runs where id = ${runId}`;
  expect(half).toEqual({ state: 'running', approvals: 1, done: 1 });
  expect(await judged()).toEqual([['newly_stale', '25/26 Standards Met', 'Not Published']]);
  const [events] =
    await world.sql`select count(*)::int as n from events where type = 'approval.judged'
    and id in (select event_id from event_contents where contents ->> 'runId' = ${runId})`;
  expect(events?.n).toBe(1);
});

test('an approval that is not in force is left alone', async () => {
  await approved();
  await register('2026-11-24', [MET]);
  await world.sql`update approvals set status = 'ended'`;
  expect((await register('2026-11-25', [row('Not Published', 'X', '')])).found).toEqual([]);
});
