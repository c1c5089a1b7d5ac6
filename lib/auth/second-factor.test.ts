import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { closeDatabase } from '@/db/client';
import { findSessionOwner } from '@/db/sign-in';
import { type TestDatabase, testDatabase } from '@/db/testing';
import { moveClock, now } from '@/lib/ports/clock';
import { hashOfToken } from '@/lib/ports/tokens';
import { testPeople } from '@/lib/testing/people';
import { giveCode, giveRecoveryCode } from './second-factor';
import { secretToSetUp, setUpFactor } from './set-up-factor';
import { factorPeople } from './testing-people';
import { codeAt } from './totp';

let db: TestDatabase;
let world: ReturnType<typeof testPeople>;
let people: ReturnType<typeof factorPeople>;
const start = new Date('2026-11-23T09:00:00.000Z');
const seconds = (count: number) => new Date(start.getTime() + count * 1000);

beforeAll(async () => {
  db = await testDatabase();
  process.env.DATABASE_URL = db.appUrl;
  process.env.AUTH_SECRET = 'a secret of the tests, long enough to be one';
  world = testPeople(db.superuserUrl);
  people = factorPeople(world);
});
beforeEach(() => moveClock(start));
afterAll(async () => {
  moveClock(null);
  await world.close();
  await closeDatabase();
  await db.drop();
});

/** The hash of the token that a right answer gives the session. */
const tokenOf = (answer: { ok: boolean; token?: string | null } | undefined) =>
  hashOfToken(answer?.token ?? '');

const eventsOf = async (email: string) => {
  const rows = await world.sql`select e.type from events e join people p on p.id = e.subject_id
    where p.email = ${email} order by e.sequence`;
  return rows.map(({ type }) => type);
};

describe('after the password', () => {
  test('somebody of the staff without a second factor is not signed in, and owes setting one up', async () => {
    const email = await people.person();
    const hash = await people.passwordOf(email);
    expect(await people.found(hash)).toBeNull();
    expect(await people.half(hash)).toMatchObject({ owes: 'set_up', email });
    expect(await eventsOf(email)).toEqual([]);
  });

  test('a supplier’s person is signed in, and so are the staff of the demo', async () => {
    expect(
      await people.found(await people.passwordOf(await people.person(['contributor']))),
    ).not.toBeNull();
    const hash = await people.passwordOf(await people.person());
    process.env.DEMO = '1';
    expect(await people.found(hash)).not.toBeNull();
    expect(await people.half(hash)).toBeNull();
    delete process.env.DEMO;
    expect(await people.found(hash)).toBeNull();
  });

  test('the half-open session lasts ten minutes', async () => {
    const hash = await people.passwordOf(await people.person());
    moveClock(seconds(599));
    expect(await people.half(hash)).not.toBeNull();
    moveClock(seconds(600));
    expect(await people.half(hash)).toBeNull();
  });

  test('the first code signs in and gives ten recovery codes; other sessions end', async () => {
    const email = await people.person();
    const other = await people.passwordOf(email);
    const hash = await people.passwordOf(email);
    const session = { ...(await people.holder(hash)), signingIn: true };
    const secret = (await secretToSetUp(session)) ?? '';
    expect(await secretToSetUp(await people.holder(other))).toBe(secret);
    expect(await setUpFactor(session, '000000')).toEqual({ ok: false, reason: 'wrong' });
    expect(await people.found(hash)).toBeNull();
    const answer = await setUpFactor(session, codeAt(secret, now()));
    expect(answer.ok && new Set(answer.codes).size).toBe(10);
    const whole = tokenOf(answer);
    expect((await people.found(whole))?.actor.proof).toEqual({ at: start, way: 'app' });
    // The token from before opens nothing, whoever put it into this browser.
    expect(await people.found(hash)).toBeNull();
    expect(await people.half(hash)).toBeNull();
    expect(await people.half(other)).toBeNull();
    expect(await eventsOf(email)).toEqual(['person.factor_set', 'person.signed_in']);
  });
});

describe('a code', () => {
  test('signs in once; the same again, an old one and a wrong one do not', async () => {
    const { email, secret } = await people.withApp();
    moveClock(seconds(60));
    const [one, two] = [await people.passwordOf(email), await people.passwordOf(email)];
    expect(await findSessionOwner(one, now())).toBeNull();
    const code = codeAt(secret, now());
    expect(await people.found(one)).toBeNull();
    const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
    const whole = tokenOf(await giveCode(await people.holder(one), spaced, 'sign-in'));
    expect(await people.found(whole)).not.toBeNull();
    expect(await people.found(one)).toBeNull();
    expect(await people.half(one)).toBeNull();
    expect(await findSessionOwner(one, now())).toBeNull();
    const again = async (typed: string) => giveCode(await people.holder(two), typed, 'sign-in');
    expect(await again(code)).toEqual({ ok: false, reason: 'used' });
    expect(await again(codeAt(secret, seconds(-120)))).toEqual({ ok: false, reason: 'old' });
    // Of one to come nothing is told: whoever guessed it would only have to wait.
    expect(await again(codeAt(secret, seconds(120)))).toMatchObject({ ok: false, reason: 'wrong' });
    expect(await again('12345')).toEqual({ ok: false, reason: 'malformed' });
    expect(await people.found(two)).toBeNull();
    expect(await eventsOf(email)).toContain('person.code_refused');
  });

  test.each([
    [-30, true],
    [30, true],
    [-60, false],
    [60, false],
  ])('of a clock that is %i seconds off is taken: %s', async (off, taken) => {
    const { email, secret } = await people.withApp();
    moveClock(seconds(300));
    const owed = await people.holder(await people.passwordOf(email));
    expect((await giveCode(owed, codeAt(secret, seconds(300 + off)), 'sign-in')).ok).toBe(taken);
  });

  test('says in the history by which way its giver came', async () => {
    const { email, secret } = await people.withApp();
    moveClock(seconds(60));
    const owed = await people.holder(await people.passwordOf(email));
    await world.sql`update sessions set way = 'provider' where id = ${owed.id}`;
    expect((await giveCode(owed, codeAt(secret, now()), 'sign-in')).ok).toBe(true);
    const told =
      await world.sql`select contents from event_contents join events e on e.id = event_id
      where e.type = 'person.signed_in' and e.subject_id = ${owed.actor.personId} order by sequence`;
    expect(told.map(({ contents }) => contents)).toEqual([
      { way: 'password', factor: 'app' },
      { way: 'provider', factor: 'app' },
    ]);
  });

  test('posted at the same instant from two places works for one of them', async () => {
    const { email, secret } = await people.withApp();
    moveClock(seconds(60));
    const places = await Promise.all(
      [1, 2, 3, 4].map(async () => people.holder(await people.passwordOf(email))),
    );
    const code = codeAt(secret, now());
    const answers = await Promise.all(places.map((place) => giveCode(place, code, 'sign-in')));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('is guessed ten times at most, and then not taken even when right', async () => {
    const { email, secret } = await people.withApp();
    moveClock(seconds(60));
    const owed = await people.holder(await people.passwordOf(email));
    for (let tries = 0; tries < 10; tries += 1) await giveCode(owed, '000000', 'sign-in');
    expect(await giveCode(owed, codeAt(secret, now()), 'sign-in')).toMatchObject({
      reason: 'throttled',
    });
  });

  test('that set the app up does not sign in as well', async () => {
    const { email, secret } = await people.withApp();
    const owed = await people.holder(await people.passwordOf(email));
    expect(await giveCode(owed, codeAt(secret, now()), 'sign-in')).toMatchObject({
      reason: 'used',
    });
  });

  test('that is right comes too late ten minutes after the password', async () => {
    const { email, secret } = await people.withApp();
    const hash = await people.passwordOf(email);
    const owed = await people.holder(hash);
    moveClock(seconds(600));
    expect((await giveCode(owed, codeAt(secret, now()), 'sign-in')).ok).toBe(false);
    expect(await people.found(hash)).toBeNull();
  });

  test('of an app that the service can no longer read is told from a wrong one', async () => {
    const { email, secret } = await people.withApp();
    moveClock(seconds(60));
    const owed = await people.holder(await people.passwordOf(email));
    const secretBefore = process.env.AUTH_SECRET;
    process.env.AUTH_SECRET = 'another secret of the tests, as long as the first one';
    const answer = await giveCode(owed, codeAt(secret, now()), 'sign-in');
    process.env.AUTH_SECRET = secretBefore;
    expect(answer).toEqual({ ok: false, reason: 'unreadable' });
    expect(await eventsOf(email)).toContain('person.code_refused');
  });

  test('that is owed cannot be gone round by setting another app up', async () => {
    const { email } = await people.withApp();
    const owed = await people.holder(await people.passwordOf(email));
    expect(await secretToSetUp(owed)).toBeNull();
    expect(await setUpFactor({ ...owed, signingIn: true }, '123456')).toMatchObject({
      reason: 'ended',
    });
  });
});

test('a recovery code signs in once, typed in any case, and at the same instant for one only', async () => {
  const { email, codes } = await people.withApp();
  const places = await Promise.all(
    [1, 2, 3].map(async () => people.holder(await people.passwordOf(email))),
  );
  const typed = (codes[0] ?? '').toLowerCase().replace(/(.{4})/g, '$1 ');
  const answers = await Promise.all(
    places.map((place) => giveRecoveryCode(place, typed, 'sign-in')),
  );
  const right = answers.filter(({ ok }) => ok);
  expect(right).toHaveLength(1);
  expect(await people.found(tokenOf(right[0]))).not.toBeNull();
  const dump = JSON.stringify([
    await world.sql`select * from recovery_codes`,
    await world.sql`select * from second_factors`,
    await world.sql`select * from events join event_contents on event_id = id`,
  ]);
  expect(codes.some((code) => dump.includes(code))).toBe(false);
  expect(await eventsOf(email)).toContain('person.recovery_used');
});

test('a recovery code is of no use to anybody else', async () => {
  const { codes } = await people.withApp();
  const { email } = await people.withApp();
  const owed = await people.holder(await people.passwordOf(email));
  expect(await giveRecoveryCode(owed, codes[0] ?? '', 'sign-in')).toMatchObject({
    reason: 'wrong',
  });
});
