import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { asActor, closeDatabase } from '@/db/client';
import { proveOwnSession } from '@/db/second-factors';
import { type TestDatabase, testDatabase } from '@/db/testing';
import { moveClock, now } from '@/lib/ports/clock';
import { TEST_PASSWORD, testPeople } from '@/lib/testing/people';
import { proofAsked, prove } from './second-factor';
import { factorPeople } from './testing-people';
import { codeAt } from './totp';

let db: TestDatabase;
let world: ReturnType<typeof testPeople>;
let people: ReturnType<typeof factorPeople>;
const start = new Date('2026-11-23T09:00:00.000Z');
const later = new Date(start.getTime() + 10 * 60_000);

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

/** Their open session, ten minutes after they signed in. */
async function openLater(hash: string) {
  moveClock(later);
  const session = await people.found(hash);
  if (!session) throw new Error('no session');
  return { id: session.id, actor: session.actor, client: null };
}
const proofOf = async (hash: string) => (await people.found(hash))?.actor.proof;

test('without a second factor the password proves it, and a wrong one does not', async () => {
  const hash = await people.passwordOf(await people.person(['contributor']));
  const session = await openLater(hash);
  expect(await proofAsked(session.actor)).toBe('password');
  expect(await prove(session, 'not the password')).toEqual({ ok: false, reason: 'wrong' });
  expect(await proofOf(hash)).toEqual({ at: start, way: 'password' });
  expect(await prove(session, TEST_PASSWORD)).toEqual({ ok: true, way: 'password' });
  expect(await proofOf(hash)).toEqual({ at: later, way: 'password' });
});

test('with a second factor the password proves nothing', async () => {
  const { hash } = await people.withApp();
  const session = await openLater(hash);
  expect(await proofAsked(session.actor)).toBe('code');
  expect(await prove(session, TEST_PASSWORD)).toEqual({ ok: false, reason: 'malformed' });
  // Nor where the database is asked behind the portal's back.
  expect(await asActor(session.actor, (tx) => proveOwnSession(tx, session.id, now()))).toBe(false);
  expect(await proofOf(hash)).toEqual({ at: start, way: 'app' });
});

test('with neither, whoever may sign in at the provider does so again', async () => {
  const email = await people.person(['contributor']);
  const hash = await people.passwordOf(email);
  const session = await openLater(hash);
  await world.sql`delete from credentials where person_id = ${session.actor.personId}`;
  expect(await proofAsked(session.actor)).toBe('password');
  const settings = {
    OIDC_ISSUER: 'https://id.example',
    OIDC_CLIENT_ID: 'c',
    OIDC_CLIENT_SECRET: 's',
  };
  Object.assign(process.env, settings);
  expect(await proofAsked(session.actor)).toBe('provider');
  // Nothing that they type proves it.
  expect(await prove(session, TEST_PASSWORD)).toEqual({ ok: false, reason: 'wrong' });
  for (const name of Object.keys(settings)) delete process.env[name];
  expect(await proofOf(hash)).toEqual({ at: start, way: 'password' });
});

test('a code of the app proves it once, and so does a recovery code', async () => {
  const { hash, secret, codes } = await people.withApp();
  const session = await openLater(hash);
  const code = codeAt(secret, now());
  expect(await prove(session, '000000')).toEqual({ ok: false, reason: 'wrong' });
  expect(await prove(session, code)).toEqual({ ok: true, way: 'app' });
  expect(await proofOf(hash)).toEqual({ at: later, way: 'app' });
  expect(await prove(session, code)).toEqual({ ok: false, reason: 'used' });
  const recovery = codes[0] ?? '';
  expect(await prove(session, recovery)).toEqual({ ok: true, way: 'recovery' });
  expect(await proofOf(hash)).toEqual({ at: later, way: 'recovery' });
  expect(await prove(session, recovery)).toEqual({ ok: false, reason: 'wrong' });
});
