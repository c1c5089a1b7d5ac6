import { afterAll, beforeAll, expect, test } from 'vitest';
import { asActor } from '@/db/client';
import { assignCase } from '@/lib/commands/assess/assign-case';
import { handOverCase } from '@/lib/commands/assess/hand-over-case';
import { takeNextCase } from '@/lib/commands/assess/take-next-case';
import type { PersonActor } from '@/lib/domain/permissions';
import { moveClock } from '@/lib/ports/clock';
import { readAssessors } from '@/lib/queries/assess/list-assessors';
import { listStaff } from '@/lib/queries/people/list-people';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { endAbsence, endOwnAbsence, setAbsence, setOwnAbsence } from './set-absence';

let world: World;
let owner: Supplier;
let manager: PersonActor;
let ash: PersonActor;
let bea: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  owner = await world.supplier();
  manager = await world.staff('Mo', 'manager');
  ash = await world.staff('Ash', 'assessor');
  bea = await world.staff('Bea', 'assessor');
});
afterAll(() => world.end());

const until = '2026-12-07';
const who = ({ personId }: PersonActor) => ({ personId, version: 1 });
const refusal = (code: string) => ({ problem: { kind: 'refused', code } });
/** A case that was submitted, with whoever has it. */
async function submitted(assignee: PersonActor | null, dueOn = '2026-12-01') {
  const reference = await world.draft(owner);
  await world.force(reference, 'submitted', {
    ...{ assignee_id: assignee?.personId ?? null, due_on: dueOn, submitted_at: new Date() },
  });
  return reference;
}
const row = async (reference: string) =>
  (
    await world.sql`select assignee_id, due_on::text, version from applications
    where reference = ${reference}`
  )[0];

test('what they have goes back with its due date, and nothing new is given to them', async () => {
  const theirs = await submitted(ash);
  const other = await submitted(bea);
  expect(expectOk(await setAbsence(manager, { ...who(ash), until })).cases).toBe(1);
  expect(await row(theirs)).toMatchObject({ assignee_id: null, due_on: '2026-12-01' });
  expect((await world.eventsOf(theirs)).at(-1)).toMatchObject({
    type: 'application.put_back',
    contents: { from: 'Ash', because: 'absent until 7 December 2026' },
  });
  const give = { reference: theirs, version: 2, assigneeId: ash.personId };
  expect(await assignCase(manager, give)).toMatchObject(refusal('absent'));
  expect(await assignCase(ash, give)).toMatchObject({
    problem: { message: expect.stringMatching(/^You are absent until 7 December 2026/) },
  });
  const over = { ...give, reference: other, version: 1, note: 'Yours' };
  expect(await handOverCase(bea, over)).toMatchObject(refusal('absent'));
  expect(await takeNextCase(ash, {})).toMatchObject(refusal('absent'));
  expect(await row(theirs)).toMatchObject({ assignee_id: null });
});

test('lists say until when, and managers find who is absent', async () => {
  const named = await asActor(manager, readAssessors);
  expect(named.map(({ name, absentUntil }) => [name, absentUntil])).toEqual([
    ...[
      ['Ash', until],
      ['Bea', null],
    ],
  ]);
  const absent = await listStaff(manager, undefined, { role: null, state: 'absent' });
  expect(absent?.rows.map(({ name, absentUntil }) => [name, absentUntil])).toEqual([
    ['Ash', until],
  ]);
});

test('it ends by itself on the day, in London', async () => {
  moveClock('2026-12-06T23:59:00Z');
  expect(await takeNextCase(ash, {})).toMatchObject(refusal('absent'));
  moveClock('2026-12-07T00:00:00Z');
  expect(expectOk(await takeNextCase(ash, {})).reference).not.toBeNull();
  expect((await asActor(manager, readAssessors))[0]?.absentUntil).toBeNull();
  expect(await endOwnAbsence(ash, {})).toMatchObject(refusal('not_absent'));
  moveClock('2026-11-23T10:00:00Z');
});

test('or before it, and everything is in the history', async () => {
  expectOk(await setOwnAbsence(bea, { until: '2026-11-30' }));
  expectOk(await endAbsence(manager, who(bea)));
  expectOk(await takeNextCase(bea, {}));
  const events = await world.sql`select e.type, c.contents, e.actor_id as by, e.audience
    from events e join event_contents c on c.event_id = e.id
    where e.subject_id = ${bea.personId} order by e.sequence`;
  expect([...events]).toEqual([
    {
      ...{ type: 'person.absence_set', by: bea.personId, audience: 'staff' },
      contents: { before: null, until: '2026-11-30' },
    },
    {
      ...{ type: 'person.absence_ended', by: manager.personId, audience: 'staff' },
      contents: { before: '2026-11-30' },
    },
  ]);
});

test.each(['2026-11-23', '2026-11-01', '2027-11-25', 'soon'])(
  'a first day back of %s cannot be meant',
  async (day) =>
    expect(await setOwnAbsence(bea, { until: day })).toMatchObject({
      problem: { kind: 'invalid', fields: [{ field: 'until' }] },
    }),
);

test('nobody sets another’s but managers, and of the staff alone', async () => {
  expect(await setAbsence(bea, { ...who(ash), until })).toMatchObject({ ok: false });
  expect(await setOwnAbsence(owner.person, { until })).toMatchObject({ ok: false });
  expect(await setAbsence(manager, { ...who(owner.person), until })).toMatchObject({
    problem: { kind: 'not_found' },
  });
  expect(await setAbsence(manager, { ...who(manager), until })).toMatchObject(
    refusal('own_account'),
  );
});

test('a case given at the same instant is given before, and then goes back', async () => {
  for (let round = 0; round < 5; round += 1) {
    const cleo = await world.staff('Cleo', 'assessor');
    const reference = await submitted(null);
    await Promise.all([
      assignCase(manager, { reference, version: 1, assigneeId: cleo.personId }),
      setOwnAbsence(cleo, { until }),
    ]);
    expect(await row(reference)).toMatchObject({ assignee_id: null });
  }
});
