import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeDatabase } from '@/db/client';
import { findHalfSession, findSession, findSessionOwner } from '@/db/sign-in';
import { type TestDatabase, testDatabase } from '@/db/testing';
import { moveClock, now } from '@/lib/ports/clock';
import { hashOfToken } from '@/lib/ports/tokens';
import { TEST_PASSWORD, testPeople } from '@/lib/testing/people';
import { giveCode, giveRecoveryCode } from './second-factor';
import { secretToSetUp, setUpFactor } from './set-up-factor';
import { signInWithPassword } from './sign-in';
import { codeAt } from './totp';

let db: TestDatabase;
let world: ReturnType<typeof testPeople>;
let count = 0;
const start = new Date('2026-11-23T09:00:00.000Z');
const seconds = (count: number) => new Date(start.getTime() + count * 1000);

beforeAll(async () => {
  db = await testDatabase();
  process.env.DATABASE_URL = db.appUrl;
  process.env.AUTH_SECRET = 'a secret of the tests, long enough to be one';
  world = testPeople(db.superuserUrl);
});
beforeEach(() => moveClock(start));
afterAll(async () => {
  moveClock(null);
  await world.close();
  await closeDatabase();
  await db.drop();
});

async function person(roles: ['manager'] | ['contributor'] = ['manager']): Promise<string> {
  count += 1;
  const email = `person${count}@test.example`;
  const organisationId =
    roles[0] === 'manager' ? null : await world.addOrganisation(`Organisation ${count}`);
  await world.addPerson({ email, name: email, roles, organisationId, password: TEST_PASSWORD });
  return email;
}

async function passwordOf(email: string): Promise<string> {
  const attempt = { email, password: TEST_PASSWORD, client: null, userAgent: '' };
  const answer = await signInWithPassword(attempt);
  if (!answer.ok) throw new Error(answer.reason);
  return hashOfToken(answer.token);
}

const found = (hash: string) => findSession(hash, now(), 30);
const half = (hash: string) => findHalfSession(hash, now());

async function holder(hash: string) {
  const owed = await half(hash);
  if (!owed) throw new Error('no half-open session');
  return { ...owed, client: null };
}

/** Somebody who has set an app up at `start`, by its first code. */
async function withApp() {
  const email = await person();
  const hash = await passwordOf(email);
  const session = { ...(await holder(hash)), signingIn: true };
  const secret = (await secretToSetUp(session)) ?? '';
  const answer = await setUpFactor(session, codeAt(secret, now()));
  if (!answer.ok) throw new Error(answer.reason);
  return { email, hash, secret, codes: answer.codes };
}

const eventsOf = async (email: string) => {
  const rows = await world.sql`select e.type from events e join people p on p.id = e.subject_id
    where p.email = ${email} order by e.sequence`;
  return rows.map(({ type }) => type);
};

describe('after the password', () => {
  test('somebody of the staff without a second factor is not signed in, and owes setting one up', async () => {
    const email = await person();
    const hash = await passwordOf(email);
    expect(await found(hash)).toBeNull();
    expect(await half(hash)).toMatchObject({ owes: 'set_up', email });
    expect(await eventsOf(email)).toEqual([]);
  });

  test('a supplier’s person is signed in, and so are the staff of the demo', async () => {
    expect(await found(await passwordOf(await person(['contributor'])))).not.toBeNull();
    const hash = await passwordOf(await person());
    process.env.DEMO = '1';
    expect(await found(hash)).not.toBeNull();
    expect(await half(hash)).toBeNull();
    delete process.env.DEMO;
    expect(await found(hash)).toBeNull();
  });

  test('the half-open session lasts ten minutes', async () => {
    const hash = await passwordOf(await person());
    moveClock(seconds(599));
    expect(await half(hash)).not.toBeNull();
    moveClock(seconds(600));
    expect(await half(hash)).toBeNull();
  });

  test('the first code signs in and gives ten recovery codes; other sessions end', async () => {
    const email = await person();
    const other = await passwordOf(email);
    const hash = await passwordOf(email);
    const session = { ...(await holder(hash)), signingIn: true };
    const secret = (await secretToSetUp(session)) ?? '';
    expect(await secretToSetUp(await holder(other))).toBe(secret);
    expect(await setUpFactor(session, '000000')).toEqual({ ok: false, reason: 'wrong' });
    expect(await found(hash)).toBeNull();
    const answer = await setUpFactor(session, codeAt(secret, now()));
    expect(answer.ok && new Set(answer.codes).size).toBe(10);
    expect((await found(hash))?.actor.proof).toEqual({ at: start, way: 'app' });
    expect(await half(other)).toBeNull();
    expect(await eventsOf(email)).toEqual(['person.factor_set', 'person.signed_in']);
  });
});

describe('a code', () => {
  test('signs in once; the same again, an old one and a wrong one do not', async () => {
    const { email, secret } = await withApp();
    moveClock(seconds(60));
    const [one, two] = [await passwordOf(email), await passwordOf(email)];
    expect(await findSessionOwner(one, now())).toBeNull();
    const code = codeAt(secret, now());
    expect(await found(one)).toBeNull();
    expect(
      await giveCode(await holder(one), `${code.slice(0, 3)} ${code.slice(3)}`, 'sign-in'),
    ).toEqual({
      ok: true,
    });
    expect(await found(one)).not.toBeNull();
    const again = async (typed: string) => giveCode(await holder(two), typed, 'sign-in');
    expect(await again(code)).toEqual({ ok: false, reason: 'used' });
    expect(await again(codeAt(secret, seconds(-120)))).toEqual({ ok: false, reason: 'old' });
    // Of one to come nothing is told: whoever guessed it would only have to wait.
    expect(await again(codeAt(secret, seconds(120)))).toMatchObject({ ok: false, reason: 'wrong' });
    expect(await again('12345')).toEqual({ ok: false, reason: 'malformed' });
    expect(await found(two)).toBeNull();
    expect(await eventsOf(email)).toContain('person.code_refused');
  });

  test.each([
    [-30, true],
    [30, true],
    [-60, false],
    [60, false],
  ])('of a clock that is %i seconds off is taken: %s', async (off, taken) => {
    const { email, secret } = await withApp();
    moveClock(seconds(300));
    const owed = await holder(await passwordOf(email));
    expect((await giveCode(owed, codeAt(secret, seconds(300 + off)), 'sign-in')).ok).toBe(taken);
  });

  test('posted at the same instant from two places works for one of them', async () => {
    const { email, secret } = await withApp();
    moveClock(seconds(60));
    const places = await Promise.all([1, 2, 3, 4].map(async () => holder(await passwordOf(email))));
    const code = codeAt(secret, now());
    const answers = await Promise.all(places.map((place) => giveCode(place, code, 'sign-in')));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('is guessed ten times at most, and then not taken even when right', async () => {
    const { email, secret } = await withApp();
    moveClock(seconds(60));
    const owed = await holder(await passwordOf(email));
    for (let tries = 0; tries < 10; tries += 1) await giveCode(owed, '000000', 'sign-in');
    expect(await giveCode(owed, codeAt(secret, now()), 'sign-in')).toMatchObject({
      reason: 'throttled',
    });
  });

  test('that is owed cannot be gone round by setting another app up', async () => {
    const { email } = await withApp();
    const owed = await holder(await passwordOf(email));
    expect(await secretToSetUp(owed)).toBeNull();
    expect(await setUpFactor({ ...owed, signingIn: true }, '123456')).toMatchObject({
      reason: 'ended',
    });
  });
});

test('a recovery code signs in once, typed in any case, and at the same instant for one only', async () => {
  const { email, codes } = await withApp();
  const places = await Promise.all([1, 2, 3].map(async () => holder(await passwordOf(email))));
  const typed = (codes[0] ?? '').toLowerCase().replace(/(.{4})/g, '$1 ');
  const answers = await Promise.all(
    places.map((place) => giveRecoveryCode(place, typed, 'sign-in')),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const dump = JSON.stringify([
    await world.sql`select * from recovery_codes`,
    await world.sql`select * from second_factors`,
    await world.sql`select * from events join event_contents on event_id = id`,
  ]);
  expect(codes.some((code) => dump.includes(code))).toBe(false);
  expect(await eventsOf(email)).toContain('person.recovery_used');
});
