import { sql as raw } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { asActor } from '@/db/client';
import { findSession } from '@/db/sign-in';
import { saveAnswer } from '@/lib/commands/apply/save-answer';
import { startApplication } from '@/lib/commands/apply/start-application';
import { submitApplication } from '@/lib/commands/apply/submit-application';
import { endSuccession } from '@/lib/commands/manage/end-succession';
import { inviteColleague } from '@/lib/commands/manage/invite-person';
import { recordSuccession } from '@/lib/commands/manage/record-succession';
import { atHome, type PersonActor } from '@/lib/domain/permissions';
import { now } from '@/lib/ports/clock';
import { listOwnOrganisations } from '@/lib/queries/account/list-own-organisations';
import { getTimeline } from '@/lib/queries/apply/get-timeline';
import { getCaseHistory } from '@/lib/queries/assess/get-case-history';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { actFor } from './act-for';
import { endSession } from './end-session';

let world: World;
let a: Supplier;
let b: Supplier;
let c: Supplier;
let manager: PersonActor;
let count = 0;

/** A new session of somebody, looked up as each request does. */
async function signIn({ personId }: PersonActor) {
  count += 1;
  const hash = `hash ${count}`;
  const [row] = await world.sql`insert into sessions (token_hash, person_id, user_agent, created_at,
    last_seen_at, expires_at) values (${hash}, ${personId}, 'x', ${now()}, ${now()}, '2026-12-01') returning id`;
  return { id: row?.id as string, find: () => findSession(hash, now(), 30) };
}
async function choose(who: PersonActor, organisation: string) {
  const session = await signIn(who);
  const answer = await actFor(who, { sessionId: session.id, organisation });
  return { ...session, answer, actor: (await session.find())?.actor };
}
const record = async (from: Supplier, code: string) =>
  expectOk(
    await recordSuccession(manager, {
      ...{ organisationId: from.id, code, reason: 'ODS says so.' },
      ...{ 'effective-day': '1', 'effective-month': '10', 'effective-year': '2026' },
    }),
  ).id;

beforeAll(async () => {
  world = await makeWorld();
  a = await world.supplier('Aster Systems', 'A1');
  b = await world.supplier('Birch Software', 'B1');
  c = await world.supplier('Cedar Care', 'C1');
  manager = await world.staff('Mira', 'manager');
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.sql`delete from sessions`;
});

const refusedChoice = { problem: { kind: 'invalid', fields: [{ field: 'organisation' }] } };
let standing: string;

test('nobody acts for an organisation that is not part of their own, whatever a session says', async () => {
  const tried = await choose(b.person, a.id);
  expect([tried.answer, tried.actor?.organisationId]).toMatchObject([refusedChoice, b.id]);
  // A choice that was forged past the command is not followed.
  await world.sql`update sessions set acting_for = ${a.id}`;
  expect((await tried.find())?.actor).toMatchObject({ organisationId: b.id });
  expect((await tried.find())?.actor.home).toBeUndefined();
  expect(await choose(manager, a.id)).toMatchObject({ answer: { problem: { kind: 'forbidden' } } });
});

test('somebody of the successor acts for it, also through another one, and its tenancy is theirs', async () => {
  standing = await record(a, 'B1');
  await record(b, 'C1');
  for (const who of [b.person, c.person]) {
    const { answer, actor, find } = await choose(who, a.id);
    expectOk(answer);
    expect(actor).toMatchObject({ organisationId: a.id, home: { actingFor: 'Aster Systems' } });
    expect((await find())?.hasPredecessors).toBe(true);
    if (!actor) throw new Error('signed out');
    const seen = await asActor(actor, (tx) =>
      tx.execute<{ id: string }>(raw`select id from organisations`),
    );
    expect([...seen]).toEqual([{ id: a.id }]);
    expect(atHome(actor).organisationId).toBe(who.organisationId);
  }
  expect((await listOwnOrganisations(c.person))?.map(({ name }) => name)).toEqual([
    'Aster Systems',
    'Birch Software',
  ]);
  // Not the other way round, and nobody of another organisation.
  for (const who of [a.person, await world.person('Ola', ['contributor'], a.id)])
    expect((await choose(who, b.id)).answer).toMatchObject(refusedChoice);
  const stranger = await world.supplier('Dogwood', 'D1');
  expect((await choose(stranger.person, a.id)).answer).toMatchObject(refusedChoice);
  const session = await signIn(b.person);
  const input = { sessionId: session.id, organisation: a.id };
  expect(await actFor(c.person, input)).toMatchObject(refusedChoice);
});

test('what is under way is finished there, and both sides read who did it, and of what', async () => {
  const [product] = await world.sql`insert into products (organisation_id, name, created_at)
    values (${a.id}, 'Ward Board', now()) returning id`;
  const [open] =
    await world.sql`insert into applications (reference, organisation_id, product_id, kind, status,
    status_at, created_by, created_at, requests_most, search_text)
    select 'DSI-2222-3333', ${a.id}, ${product?.id}, 'new', 'draft', now(), ${a.person.personId}, now(), 3, 'x'
    returning reference`;
  const acting = (await choose(b.person, a.id)).actor;
  if (!acting) throw new Error('signed out');
  await world.answerAll(acting, open?.reference);
  const fields = { choice: 'yes', details: 'Typed for Aster.', covered: [] };
  expect(
    await saveAnswer(b.person, {
      reference: open?.reference,
      questionId: 'isms',
      fields,
      version: 1,
      mode: 'later',
    }),
  ).toMatchObject({ problem: { kind: 'not_found' } });
  const idempotencyKey = 'a-submission-of-a-test';
  expectOk(
    await submitApplication(acting, {
      reference: open?.reference,
      idempotencyKey,
      confirmed: true,
    }),
  );
  const who = 'Pat of Birch Software of Birch Software';
  expect(JSON.stringify(await getTimeline(a.person, open?.reference))).toContain(who);
  expect(JSON.stringify(await getCaseHistory(manager, open?.reference))).toContain(who);
  const [declared] = await world.sql`select signatory_name, signatory_id from declarations`;
  expect(declared).toEqual({ signatory_name: who, signatory_id: b.person.personId });
});

test('nothing new begins in its name, by either side; its people are its own matter', async () => {
  const acting = (await choose(b.person, a.id)).actor;
  if (!acting) throw new Error('signed out');
  for (const who of [acting, a.person])
    expect(await startApplication(who, { productId: a.productId })).toMatchObject({
      problem: {
        fields: [{ message: expect.stringContaining('Start it for Birch Software') }],
      },
    });
  const person = { name: 'Nia New', email: 'nia@test.example', roles: ['contributor'] };
  expect(await inviteColleague(acting, person)).toMatchObject({ problem: { kind: 'forbidden' } });
});

test('one’s account stays one’s own meanwhile', async () => {
  const { id, actor, find } = await choose(b.person, a.id);
  if (!actor) throw new Error('signed out');
  expectOk(await endSession(actor, { sessionId: id }));
  expect(await find()).toBeNull();
});

test('whoever is deactivated, and everybody once the record is ended, is back at once', async () => {
  const leaver = await world.person('Lee', ['contributor'], b.id);
  const left = await choose(leaver, a.id);
  expectOk(left.answer);
  await world.sql`update people set active = false where id = ${leaver.personId}`;
  expect(await left.find()).toBeNull();
  const { find, answer } = await choose(b.person, a.id);
  expectOk(answer);
  expectOk(
    await endSuccession(manager, {
      organisationId: a.id,
      successionId: standing,
      reason: 'Wrong.',
    }),
  );
  expect((await find())?.actor).toMatchObject({ organisationId: b.id });
  expect((await choose(c.person, a.id)).answer).toMatchObject(refusedChoice);
});
