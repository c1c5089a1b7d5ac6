import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { tellEvent } from '@/lib/commands/messages/tell-event';
import { judgeNewDay } from '@/lib/commands/onboardings/judge-new-day';
import { judgeNextSlice } from '@/lib/commands/onboardings/judge-slice';
import type { PersonActor, SystemActor } from '@/lib/domain/permissions';
import { moveClock } from '@/lib/ports/clock';
import { putRegister } from '@/lib/testing/register';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { judgeAll } from './judge-onboardings';

const system: SystemActor = { kind: 'system', name: 'a test' };
let world: World;
let owner: Supplier;
let asha: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  owner = await world.supplier('Acme Care');
  asha = await world.staff('Asha', 'assessor');
});
afterAll(() => world.end());
beforeEach(async () => {
  moveClock('2026-11-23T10:00:00Z');
  await world.sql`truncate onboardings, onboarding_checks, judging_runs, judging_changes,
    register_rows, register_refusals, register_snapshots cascade`;
});

async function put(code: string, more: Record<string, unknown> = {}): Promise<string> {
  const [row] = await world.sql`insert into onboardings ${world.sql({
    ...{ organisation_id: owner.id, product_id: owner.productId, ods_code: code, name: code },
    ...{ state: 'live', state_on: '2026-11-02', go_live_on: '2026-11-02', aup_version: '1' },
    ...{ aup_alerted_on: '2026-11-01', verdict: 'not_proven', reasons: ['dspt_not_proven'] },
    ...{ flags: [], created_at: new Date(), ...more },
  })} returning id`;
  return row?.id;
}
/** Runs what waits, as the job does; answers the run of the last cause and what it found. */
async function judgeWaiting() {
  const runs =
    await world.sql`select id from judging_runs where state <> 'done' order by asked_at, id`;
  for (const { id } of runs) await judgeAll(system, id);
  const [last] = await world.sql`select id, cause, state, total, judged from judging_runs
    order by asked_at desc, id limit 1`;
  const { id, ...run } = last ?? {};
  const changes = await world.sql`select o.ods_code as code, c.change, c.before, c.after
    from judging_changes c join onboardings o on o.id = c.onboarding_id
    where c.run_id = ${id} order by 1, 2`;
  return { run, changes };
}
async function newDay(day: string) {
  moveClock(`${day}T10:00:00Z`);
  expectOk(await judgeNewDay(system, {}));
  return (await judgeWaiting()).changes;
}
/** Tells what waits to be told, twice, and answers who heard what. */
async function told() {
  const jobs = await world.sql`select j.payload from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'tell'`;
  for (const { payload } of [...jobs, ...jobs]) expectOk(await tellEvent(system, payload));
  const heard = await world.sql`select p.name, m.content ->> 'heading' as heading,
    m.content ->> 'path' as path from messages m join people p on p.id = m.person_id order by 1`;
  return heard.map((one) => ({ ...one }));
}
const row = (code: string, edition = '25/26', name = `${code} Surgery`) => [
  ...[
    code,
    name,
    `${edition} Standards Met`,
    edition === '25/26' ? '28/06/2026' : '28/06/2027',
    '',
  ],
];

test('a new register proves one, and the first of July lets it lapse; each run says so', async () => {
  await put('A1');
  await put('B2');
  await putRegister(asha, '2026-11-01', [row('A1')]);
  expect(await judgeWaiting()).toEqual({
    run: { cause: 'register', state: 'done', total: 2, judged: 2 },
    changes: [{ code: 'A1', change: 'passing', before: 'not_proven', after: 'ready' }],
  });
  expect(await newDay('2027-06-30')).toEqual([]);
  expect(await newDay('2027-07-01')).toEqual([
    { code: 'A1', change: 'lapsed', before: 'ready', after: 'lapsed' },
  ]);
  expect(await told()).toEqual([
    ...['Chris of Acme Care', 'Pat of Acme Care', 'Sam of Acme Care'].map((name) => ({
      name,
      heading: '1 end user organisation has lapsed',
      path: '/apply/euos?verdict=lapsed',
    })),
  ]);
  moveClock('2027-07-02T10:00:00Z');
  await putRegister(asha, '2027-07-02', [row('A1', '26/27')]);
  expect((await judgeWaiting()).changes).toEqual([
    { code: 'A1', change: 'passing', before: 'lapsed', after: 'ready' },
  ]);
});

test('a planned one that stops being ready is told as well, in one message for each run', async () => {
  await put('A1');
  await put('B2', { state: 'planned', go_live_on: null });
  await putRegister(asha, '2026-11-01', [row('A1'), row('B2')]);
  await judgeWaiting();
  await world.sql`truncate messages cascade`;
  await world.sql`delete from graphile_worker._private_jobs`;
  expect(await newDay('2027-07-01')).toEqual([
    { code: 'A1', change: 'lapsed', before: 'ready', after: 'lapsed' },
    { code: 'B2', change: 'failing', before: 'ready', after: 'not_ready' },
  ]);
  const heading = '2 end user organisations are no longer ready';
  const path = '/apply/euos?verdict=lapsed';
  expect(await told()).toEqual(
    ['Chris', 'Pat', 'Sam'].map((name) => ({ name: `${name} of Acme Care`, heading, path })),
  );
  const [{ contents } = {}] = await world.sql`select contents from event_contents c
    join events e on e.id = c.event_id where e.type = 'onboardings.judged' order by e.sequence desc`;
  expect(contents).toMatchObject({ lapsed: 1, notReady: 1, notProven: 0, planned: 1 });
});

test('one that left the whole register is noted once, and a new name too', async () => {
  await put('A1');
  await put('C3');
  await putRegister(asha, '2026-11-01', [row('A1'), row('C3', '25/26', 'The Cedar surgery')]);
  await judgeWaiting();
  moveClock('2026-11-24T10:00:00Z');
  await putRegister(asha, '2026-11-10', [row('C3', '25/26', 'Cedar Health'), row('D4')]);
  expect((await judgeWaiting()).changes).toEqual([
    { code: 'A1', change: 'vanished', before: 'ready', after: 'ready' },
    { code: 'C3', change: 'renamed', before: 'The Cedar surgery', after: 'Cedar Health' },
  ]);
  expect(await newDay('2026-11-25')).toEqual([]);
});

test('a register of an earlier day than the one in use renames nobody', async () => {
  await put('A1');
  await putRegister(asha, '2026-07-01', [row('A1', '25/26', 'Aster Surgery')]);
  await putRegister(asha, '2026-11-01', [row('A1', '25/26', 'Aster Surgery')]);
  await judgeWaiting();
  moveClock('2026-11-23T11:00:00Z');
  await putRegister(asha, '2026-09-01', [row('A1', '25/26', 'Alder Health')]);
  expect((await judgeWaiting()).changes).toEqual([]);
});

test('a register that waits to be confirmed judges nobody yet', async () => {
  await put('A1');
  await putRegister(
    asha,
    '2026-10-01',
    Array.from({ length: 20 }, (_, n) => row(`Z${n}`)),
  );
  await judgeWaiting();
  await putRegister(asha, '2026-11-01', [row('A1')]);
  const runs = await world.sql`select 1 from judging_runs where state <> 'done'`;
  expect(runs).toEqual([]);
});

test('broken off after a slice, it goes on behind it', async () => {
  await put('A1');
  expectOk(await judgeNewDay(system, {}));
  const [run] = await world.sql`select id from judging_runs`;
  const runId: string = run?.id;
  expect(expectOk(await judgeNextSlice(system, { runId }))).toEqual({ done: false });
  const [half] = await world.sql`select state, after_id is null as at_start from judging_runs`;
  expect(half).toEqual({ state: 'running', at_start: false });
  expect(expectOk(await judgeNextSlice(system, { runId }))).toEqual({ done: true });
});

test('somebody who is saving goes first, and what they save stands', async () => {
  const id = await put('A1');
  await putRegister(asha, '2026-11-01', [row('A1')]);
  const saving = await world.sql.reserve();
  await saving`begin`;
  await saving`update onboardings set aup_version = null, reasons = '{dspt_not_proven,aup_missing}'
    where id = ${id}`;
  const judging = judgeWaiting();
  await setTimeout(400);
  await saving`commit`;
  saving.release();
  expect((await judging).run.state).toBe('done');
  const [kept] = await world.sql`select verdict, reasons from onboardings where id = ${id}`;
  expect(kept).toEqual({ verdict: 'not_ready', reasons: ['aup_missing'] });
});

test('nobody else judges', async () => {
  for (const actor of [owner.person, await world.staff('Mo', 'manager')])
    expect(await judgeNewDay(actor, {})).toMatchObject({ problem: { kind: 'forbidden' } });
});
