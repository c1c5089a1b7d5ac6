import { afterAll, beforeAll, expect, test } from 'vitest';
import { extendRequest } from '@/lib/commands/assess/extend-request';
import { tellEvent } from '@/lib/commands/messages/tell-event';
import type { PersonActor } from '@/lib/domain/permissions';
import { getMessageChoices } from '@/lib/queries/account/get-message-choices';
import { type Assessment, assessment } from '@/lib/testing/assessment';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { chooseMessages } from './choose-messages';

let world: World;
let work: Assessment;
let acme: Supplier;
let asha: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  work = assessment(world);
  acme = await world.supplier('Acme Care');
  asha = await world.staff('Asha Assessor', 'assessor');
});
afterAll(() => world.end());

const shown = async (actor: PersonActor) => {
  const found = await getMessageChoices(actor);
  if (!found) throw new Error('no choices');
  const ways = Object.fromEntries(found.offered.map(({ kind, way }) => [kind, way]));
  return { version: found.version, ways };
};
const kept = async ({ personId }: PersonActor) =>
  (await world.sql`select ways, version from message_choices where person_id = ${personId}`)[0];

test('what is chosen holds from the next message on, for the chooser alone', async () => {
  const before = await shown(acme.contributor);
  expect(before.version).toBe(0);
  const ways = { ...before.ways, 'time-given': 'portal_only', reminder: 'digest' };
  expectOk(await chooseMessages(acme.contributor, { version: 0, ways }));
  expect(await kept(acme.contributor)).toEqual({
    version: 1,
    ways: { 'time-given': 'portal_only', reminder: 'digest' },
  });
  const reference = await work.submitted(acme, asha);
  await work.reviewAll(asha, reference, { isms: 'insufficient' });
  expectOk(await work.send(asha, reference));
  const { version } = await work.row(reference);
  expectOk(await extendRequest(asha, { reference, dueOn: '2026-12-21', version }));
  const jobs = await world.sql`select j.payload from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'tell'`;
  for (const { payload } of jobs)
    expectOk(await tellEvent({ kind: 'system', name: 'tell' }, payload));
  const told = await world.sql`select p.name, m.way, d.id is not null as by_email from messages m
    join people p on p.id = m.person_id left join deliveries d on d.message_id = m.id
    where m.kind = 'time-given' order by p.name`;
  expect(told).toEqual([
    { name: 'Chris of Acme Care', way: 'portal_only', by_email: false },
    { name: 'Pat of Acme Care', way: 'at_once', by_email: true },
    { name: 'Sam of Acme Care', way: 'at_once', by_email: true },
  ]);
});

test('going back to the usual is kept as no choice, on record', async () => {
  const { version, ways } = await shown(acme.contributor);
  expectOk(
    await chooseMessages(acme.contributor, { version, ways: { ...ways, reminder: 'at_once' } }),
  );
  expect(await kept(acme.contributor)).toEqual({
    version: 2,
    ways: { 'time-given': 'portal_only' },
  });
  const events = await world.sql`select c.contents from events e
    join event_contents c on c.event_id = e.id where e.type = 'person.messages_chosen'
    and e.subject_id = ${acme.contributor.personId} order by e.sequence`;
  expect(events.map(({ contents }) => contents.to)).toEqual([
    { 'time-given': 'portal_only', reminder: 'digest' },
    { 'time-given': 'portal_only' },
  ]);
});

test('a second window does not undo the first', async () => {
  const first = await shown(acme.signatory);
  const second = await shown(acme.signatory);
  expectOk(
    await chooseMessages(acme.signatory, { ...first, ways: { ...first.ways, decided: 'digest' } }),
  );
  expect(await chooseMessages(acme.signatory, second)).toMatchObject({
    problem: { kind: 'refused', code: 'changed_meanwhile' },
  });
  expect(await kept(acme.signatory)).toEqual({ version: 1, ways: { decided: 'digest' } });
  const { ways } = await shown(asha);
  const both = await Promise.all(
    ['digest', 'portal_only'].map((assigned) =>
      chooseMessages(asha, { version: 0, ways: { ...ways, assigned } }),
    ),
  );
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
});

test('nonsense is refused beside its field; what must be told, or is another side’s, is left out', async () => {
  const { version, ways } = await shown(acme.person);
  expect(
    await chooseMessages(acme.person, { version, ways: { ...ways, decided: 'never' } }),
  ).toEqual({
    ok: false,
    problem: {
      kind: 'invalid',
      fields: [{ field: 'decided', message: 'Select how you want to hear of this' }],
    },
  });
  const cheeky = { ...ways, 'request-sent': 'portal_only', assigned: 'portal_only' };
  expectOk(await chooseMessages(acme.person, { version, ways: cheeky }));
  expect(await kept(acme.person)).toEqual({ version: 1, ways: {} });
});
