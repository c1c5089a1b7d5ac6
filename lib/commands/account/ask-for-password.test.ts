import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { signInWithPassword } from '@/lib/auth/sign-in';
import type { PersonActor } from '@/lib/domain/permissions';
import { moveClock } from '@/lib/ports/clock';
import { getPerson } from '@/lib/queries/people/get-person';
import { startMailServer, tokenIn } from '@/lib/testing/mail-server';
import { sendWaiting, useMailServer, waitingJobs } from '@/lib/testing/mailed';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { askForPassword } from './ask-for-password';
import { setPassword } from './set-password';

let world: World;
let acme: Supplier;
let manager: PersonActor;
let server: Awaited<ReturnType<typeof startMailServer>>;
beforeAll(async () => {
  process.env.AUTH_SECRET = 'a secret of the tests, long enough to be one';
  world = await makeWorld();
  acme = await world.supplier('Acme Care');
  manager = await world.staff('Mo Manager', 'manager');
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.sql`delete from graphile_worker._private_jobs`;
  await world.sql`delete from password_links`;
  await world.sql`delete from deliveries`;
  server = await startMailServer();
  useMailServer(server.url);
});
afterEach(async () => {
  useMailServer(null);
  await server.stop();
  moveClock('2026-11-23T10:00:00Z');
});

const emailOf = async ({ personId }: PersonActor): Promise<string> =>
  (await world.sql`select email from people where id = ${personId}`)[0]?.email;
const ask = async (who: PersonActor) => askForPassword({ email: await emailOf(who) });

test('a link comes to who has the address, sets a password and lets them in', async () => {
  const email = await emailOf(acme.person);
  expectOk(await askForPassword({ email: ` ${email.toUpperCase()} ` }));
  const events =
    await world.sql`select type from events where subject_id = ${acme.person.personId}`;
  expect(events.map(({ type }) => type)).toEqual(['person.reset_asked']);
  await sendWaiting(world);
  expect(server.taken.map(({ to }) => to)).toEqual([[email]]);
  const password = 'three random words';
  const token = tokenIn(server.taken[0]);
  expectOk(await setPassword({ kind: 'visitor' }, { token, password }));
  const entry = { email, password, client: null, userAgent: '' };
  expect((await signInWithPassword(entry)).ok).toBe(true);
});

test('its words are of an invitation for whoever has no password yet', async () => {
  await world.sql`insert into credentials (person_id, password_hash, changed_at)
    values (${acme.signatory.personId}, 'x', '2026-11-01')`;
  expectOk(await ask(acme.signatory));
  expectOk(await ask(acme.contributor));
  await sendWaiting(world);
  const [known, invited] = server.taken.map(
    ({ source }) => /^Subject: (\w+ \w+)/m.exec(source)?.[1],
  );
  expect([known, invited]).toEqual(['Set a', 'Set up']);
});

test('nobody can tell an address that has an account from one that has none', async () => {
  const left = await world.person('Lee Left', ['contributor'], acme.id);
  await world.sql`update people set active = false where id = ${left.personId}`;
  const closed = await world.supplier('Closed Care');
  await world.sql`update organisations set active = false where id = ${closed.id}`;
  const emails = await Promise.all([acme.administrator, left, closed.person].map(emailOf));
  const asked = [...emails, 'nobody@nowhere.example'].map(async (email) => {
    const began = performance.now();
    return { answer: await askForPassword({ email }), took: performance.now() - began };
  });
  const answers = await Promise.all(asked);
  for (const { answer, took } of answers) {
    expect(answer).toEqual({ ok: true, value: null });
    expect(took).toBeGreaterThan(190);
  }
  expect(await waitingJobs(world)).toHaveLength(1);
  await sendWaiting(world);
  expect(server.taken.map(({ to }) => to)).toEqual([[emails[0]]]);
});

test('nobody’s mailbox is flooded: three an hour, and the newest works', async () => {
  const who = await world.staff('Noor Assessor', 'assessor');
  for (const minute of ['00', '01', '02', '03', '04']) {
    moveClock(`2026-11-23T12:${minute}:00Z`);
    expectOk(await ask(who));
  }
  expect(await waitingJobs(world)).toHaveLength(3);
  await sendWaiting(world);
  expect(server.taken).toHaveLength(1);
  moveClock('2026-11-23T13:00:00Z');
  expectOk(await ask(who));
  expect(await waitingJobs(world)).toHaveLength(1);
  const token = tokenIn(server.taken[0]);
  const password = 'three random words';
  expect((await setPassword({ kind: 'visitor' }, { token, password })).ok).toBe(true);
});

test('without a mail server the wish is noted for whoever looks after them', async () => {
  useMailServer(null);
  expectOk(await ask(acme.administrator));
  expect((await getPerson(manager, acme.administrator.personId))?.resetAskedAt).not.toBeNull();
  expect(await waitingJobs(world)).toEqual([]);
});

test('one client uses up its own wishes, and nobody else’s', async () => {
  const wishes = Array.from({ length: 60 }, (_, n) =>
    askForPassword({ email: `nobody${n}@nowhere.example` }, '203.0.113.7'),
  );
  for (const answer of await Promise.all(wishes)) expectOk(answer);
  expectOk(await askForPassword({ email: await emailOf(manager) }, '203.0.113.7'));
  expect(await waitingJobs(world)).toEqual([]);
  expectOk(await askForPassword({ email: await emailOf(manager) }, '203.0.113.8'));
  expect(await waitingJobs(world)).toHaveLength(1);
});

test('addresses made up leave what is mailed in all to those that somebody has', async () => {
  const counted = async () =>
    (await world.sql`select hits from throttles where key = 'ask-for-password'`)[0]?.hits ?? 0;
  const before = await counted();
  const wishes = Array.from({ length: 20 }, (_, n) =>
    askForPassword({ email: `made-up${n}@nowhere.example` }),
  );
  for (const answer of await Promise.all(wishes)) expectOk(answer);
  expect(await counted()).toBe(before);
  const who = await world.staff('Nia Assessor', 'assessor');
  expectOk(await ask(who));
  expect(await counted()).toBe(before + 1);
  expect(await waitingJobs(world)).toHaveLength(1);
  await world.sql`update throttles set hits = 500 where key = 'ask-for-password'`;
  expectOk(await ask(who));
  expect(await waitingJobs(world)).toHaveLength(1);
});
