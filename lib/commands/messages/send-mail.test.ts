import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PersonActor, SystemActor } from '@/lib/domain/permissions';
import { sendMailJob } from '@/lib/jobs/messages';
import { moveClock } from '@/lib/ports/clock';
import { type Mail, type MailAnswer, replaceMail } from '@/lib/ports/mail';
import { type Assessment, assessment, codeOf } from '@/lib/testing/assessment';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { makeDigests } from './make-digests';
import { markRead } from './mark-read';
import { remind } from './remind';
import { sendMail } from './send-mail';
import { tellEvent } from './tell-event';

const system: SystemActor = { kind: 'system', name: 'send-mail' };
let world: World;
let work: Assessment;
let acme: Supplier;
let asha: PersonActor;
let sent: Mail[] = [];
let answer: MailAnswer;
beforeAll(async () => {
  world = await makeWorld();
  work = assessment(world);
  acme = await world.supplier('Acme Care');
  asha = await world.staff('Asha Assessor', 'assessor');
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.sql`delete from graphile_worker._private_jobs`;
  await world.sql`update messages set digest_id = null`;
  await world.sql`delete from deliveries`;
  await world.sql`delete from messages`;
  sent = [];
  answer = { state: 'sent', response: '250 OK' };
  replaceMail({
    send: async (mail) => {
      sent.push(mail);
      return answer;
    },
    close: () => {},
  });
});
afterEach(() => {
  replaceMail(null);
  moveClock('2026-11-23T10:00:00Z');
});

const payloads = async (task: string) => {
  const rows = await world.sql`select j.payload from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = ${task}`;
  return rows.map(({ payload }) => payload as { eventId: string; deliveryId: string });
};
const tellAll = async () => {
  for (const job of await payloads('tell')) expectOk(await tellEvent(system, job));
};
const deliveries = () =>
  world.sql`select state, attempts, last_answer, to_address, kept_text, settled_at is not null as settled
    from deliveries order by to_address`;
const send = async (of = { attempt: 1, of: 25 }) => {
  for (const { deliveryId } of await payloads('send-mail'))
    await sendMailJob(system, deliveryId, of);
};
/** A request, whose three messages wait to be sent. */
async function requested(): Promise<string> {
  const reference = await work.submitted(acme, asha);
  await work.reviewAll(asha, reference, { isms: 'insufficient' });
  await world.sql`delete from graphile_worker._private_jobs`;
  expectOk(await work.send(asha, reference));
  await tellAll();
  return reference;
}

test('each goes once, to its reader’s address, and leads to the case', async () => {
  const reference = await requested();
  await send();
  await send();
  expect(sent).toHaveLength(3);
  expect(new Set(sent.map(({ to }) => to)).size).toBe(3);
  expect(new Set(sent.map(({ id }) => id)).size).toBe(3);
  for (const { text } of sent) expect(text).toContain(`http://localhost:3000/apply/${reference}\n`);
  for (const row of await deliveries())
    expect(row).toMatchObject({ state: 'sent', attempts: 1, last_answer: '250 OK', settled: true });
});

test('what the server would not take yet fails its job, and is sent later', async () => {
  await requested();
  answer = { state: 'refused', permanent: false, why: '451 later' };
  await expect(send()).rejects.toThrow('did not take it yet');
  expect((await deliveries()).filter(({ attempts }) => attempts === 1)).toMatchObject([
    { state: 'queued', last_answer: '451 later', settled: false },
  ]);
  answer = { state: 'sent', response: '250 OK' };
  await send();
  expect((await deliveries()).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
});

test('what it refused for good, or too often, has failed, with its words', async () => {
  await requested();
  answer = { state: 'refused', permanent: true, why: '550 no such mailbox' };
  await send();
  for (const row of await deliveries())
    expect(row).toMatchObject({ state: 'failed', last_answer: '550 no such mailbox' });
  await world.sql`update deliveries set state = 'queued'`;
  answer = { state: 'refused', permanent: false, why: '451 later' };
  await send({ attempt: 25, of: 25 });
  expect((await deliveries()).map(({ state }) => state)).toEqual(['failed', 'failed', 'failed']);
});

test('an address that changed since is the one it goes to; who left gets none', async () => {
  await requested();
  const moved = `moved-${acme.id}@test.example`;
  await world.sql`update people set email = ${moved} where id = ${acme.person.personId}`;
  await world.sql`update people set active = false where id = ${acme.contributor.personId}`;
  await send();
  await world.sql`update people set active = true where id = ${acme.contributor.personId}`;
  expect(sent).toHaveLength(2);
  expect(sent.map(({ to }) => to)).toContain(moved);
  expect((await deliveries()).map(({ state }) => state).sort()).toEqual(['failed', 'sent', 'sent']);
});

test('what goes into a digest goes once, in one email, unless it was read', async () => {
  for (const _ of [1, 2]) expectOk(await work.submit(acme, await world.finishedDraft(acme)));
  await tellAll();
  expect(expectOk(await makeDigests(system, {}))).toEqual({ digests: 1 });
  expect(expectOk(await makeDigests(system, {}))).toEqual({ digests: 0 });
  await send();
  expect(sent.map(({ subject }) => subject)).toEqual([
    '2 new messages about your cases and applications',
  ]);
  expectOk(await work.submit(acme, await world.finishedDraft(acme)));
  await tellAll();
  expectOk(await markRead(asha, { until: '2026-11-23T10:00:00Z' }));
  expect(expectOk(await makeDigests(system, {}))).toEqual({ digests: 0 });
});

test('an open request is reminded of on its days, once each', async () => {
  const reference = await requested();
  moveClock('2026-12-03T09:00:00Z');
  const first = expectOk(await remind(system, {}));
  expect(first.told).toBeGreaterThanOrEqual(3);
  expect(expectOk(await remind(system, {}))).toEqual({ told: 0 });
  const rows = await world.sql`select m.content->>'subject' as subject from messages m
    join applications a on a.id = m.application_id
    where m.kind = 'reminder' and a.reference = ${reference}`;
  expect(rows).toHaveLength(3);
  expect(rows[0]?.subject).toMatch(/^Reminder: more information needed by 7 December 2026/);
});

test('marking as read is for one’s own, up to what the page showed', async () => {
  await requested();
  expect(expectOk(await markRead(asha, { until: '2027-01-01' }))).toEqual({ marked: 0 });
  const { person } = acme;
  expect(expectOk(await markRead(person, { until: '2026-11-23T09:59:59Z' }))).toEqual({
    marked: 0,
  });
  expect(expectOk(await markRead(person, { until: '2026-11-23T10:00:00Z' }))).toEqual({
    marked: 1,
  });
});

test('is for the system alone', async () => {
  const deliveryId = '00000000-0000-4000-8000-000000000000';
  expect(codeOf(await sendMail(asha, { deliveryId, lastAttempt: false }))).toBe('forbidden');
  expect(codeOf(await sendMail(system, { deliveryId, lastAttempt: false }))).toBe('not_found');
  expect(codeOf(await makeDigests(asha, {}))).toBe('forbidden');
  expect(codeOf(await remind(asha, {}))).toBe('forbidden');
});
