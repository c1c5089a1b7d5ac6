import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withdrawApplication } from '@/lib/commands/apply/withdraw-application';
import type { PersonActor } from '@/lib/domain/permissions';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { askRedaction } from './ask-redaction';
import { redactEvent } from './redact-event';

let world: World;
let owner: Supplier;
let asker: PersonActor;
let second: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  owner = await world.supplier();
  asker = await world.staff('Mo', 'manager', 'assessor');
  second = await world.staff('Max', 'manager');
});
afterAll(() => world.end());

const reason = 'A patient is named.';
/** A withdrawal whose reason says too much, and its event. */
const slip = async () => {
  const reference = await world.draft(owner);
  const said = 'Mrs Example of 1 High Street told us to stop.';
  expectOk(await withdrawApplication(owner.signatory, { reference, reason: said }));
  const [event] = await world.sql`select e.id from events e join applications a
    on a.id = e.subject_id where a.reference = ${reference} and e.type = 'application.withdrawn'`;
  const eventId: string = event?.id;
  return { reference, eventId };
};
const wordsOf = async (eventId: string) =>
  (await world.sql`select contents, salt from event_contents where event_id = ${eventId}`)[0];

test('one manager asks, another does it; both are told of in the history', async () => {
  const { reference, eventId } = await slip();
  const asked = expectOk(await askRedaction(asker, { eventId, reason }));
  expect((await wordsOf(eventId))?.contents).not.toBeNull();
  expect(expectOk(await redactEvent(second, asked)).sequence).toBe(2);
  expect(await wordsOf(eventId)).toEqual({ contents: null, salt: null });
  const told = (await world.eventsOf(reference)).slice(2);
  expect(told).toEqual([
    {
      type: 'redaction.asked',
      audience: 'staff',
      contents: { sequence: 2, event: 'application.withdrawn', reason },
      draft: false,
    },
    {
      type: 'redaction.done',
      audience: 'staff',
      contents: { sequence: 2, event: 'application.withdrawn' },
      draft: false,
    },
  ]);
});

test('who asked does not do it', async () => {
  const { eventId } = await slip();
  const asked = expectOk(await askRedaction(asker, { eventId, reason }));
  expect(await redactEvent(asker, asked)).toMatchObject({
    problem: { kind: 'refused', code: 'second_person' },
  });
  expect((await wordsOf(eventId))?.contents).not.toBeNull();
});

test('asked once, done once', async () => {
  const { eventId } = await slip();
  const asked = expectOk(await askRedaction(asker, { eventId, reason }));
  expect(await askRedaction(second, { eventId, reason })).toMatchObject({
    problem: { kind: 'refused', code: 'already_asked' },
  });
  const twice = await Promise.all([redactEvent(second, asked), redactEvent(second, asked)]);
  expect(twice.filter((result) => result.ok)).toHaveLength(1);
  expect(await askRedaction(asker, { eventId, reason })).toMatchObject({
    problem: { kind: 'refused', code: 'already_redacted' },
  });
});

test('managers alone', async () => {
  const { eventId } = await slip();
  const assessor = await world.staff('Alex', 'assessor');
  for (const actor of [assessor, owner.person]) {
    expect(await askRedaction(actor, { eventId, reason })).toMatchObject({
      problem: { kind: 'forbidden' },
    });
    expect(await redactEvent(actor, { redactionId: randomUUID() })).toMatchObject({
      problem: { kind: 'forbidden' },
    });
  }
});

test('a reason is needed, and an event', async () => {
  const { eventId } = await slip();
  expect(await askRedaction(asker, { eventId, reason: '' })).toMatchObject({
    problem: { kind: 'invalid', fields: [{ field: 'reason' }] },
  });
  expect(await askRedaction(asker, { eventId: randomUUID(), reason })).toMatchObject({
    problem: { kind: 'not_found' },
  });
  expect(await redactEvent(asker, { redactionId: randomUUID() })).toMatchObject({
    problem: { kind: 'not_found' },
  });
});
