import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { findSession } from '@/db/sign-in';
import { signInWithPassword } from '@/lib/auth/sign-in';
import { makePasswordLink } from '@/lib/commands/manage/make-password-link';
import type { PersonActor } from '@/lib/domain/permissions';
import { moveClock, now } from '@/lib/ports/clock';
import { hashPassword } from '@/lib/ports/passwords';
import { hashOfToken } from '@/lib/ports/tokens';
import { getAccount } from '@/lib/queries/account/get-account';
import { getPasswordLink } from '@/lib/queries/account/get-password-link';
import { expectLink, expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { askForPassword } from './ask-for-password';
import { changePassword } from './change-password';
import { endOtherSessions, endSession } from './end-session';
import { setPassword } from './set-password';

let world: World;
let supplier: Supplier;
let manager: PersonActor;
let person: PersonActor;
let email: string;
const password = 'three random words';

async function signIn(word = password) {
  const userAgent = 'Mozilla/5.0 (Windows NT 10.0) Firefox/145.0';
  const answer = await signInWithPassword({ email, password: word, client: null, userAgent });
  if (!answer.ok) return null;
  const session = await findSession(hashOfToken(answer.token), now(), 30);
  return session && { id: session.id, hash: hashOfToken(answer.token) };
}
const isOpen = async (session: { hash: string } | null) =>
  session !== null && (await findSession(session.hash, now(), 30)) !== null;
const typesOf = async () =>
  (
    await world.sql`select type from events where subject_id = ${person.personId} order by sequence`
  ).map(({ type }) => type);

beforeAll(async () => {
  process.env.AUTH_SECRET = 'a secret of the tests, long enough to be one';
  world = await makeWorld();
  supplier = await world.supplier();
  manager = await world.staff('Mira', 'manager');
});
afterAll(() => world.end());
beforeEach(async () => {
  person = await world.person('Noor Haddad', ['contributor'], supplier.id);
  email = (await world.sql`select email from people where id = ${person.personId}`)[0]?.email;
  await world.sql`insert into credentials (person_id, password_hash, changed_at)
    values (${person.personId}, ${await hashPassword(password)}, now())`;
});

test('changing the password proves the present one, and ends the other sessions', async () => {
  const [here, there] = [await signIn(), await signIn()];
  const input = { email, current: password, password: 'four random words too', sessionId: '' };
  const change = (more: Partial<typeof input>) =>
    changePassword(person, { ...input, sessionId: here?.id ?? '', ...more });
  expect(await change({ current: 'wrong one', password: 'short' })).toMatchObject({
    problem: { kind: 'invalid', fields: [{ field: 'password' }] },
  });
  expect(await change({ current: 'wrong one' })).toMatchObject({
    problem: { kind: 'invalid', fields: [{ field: 'current' }] },
  });
  expect([await isOpen(here), await isOpen(there)]).toEqual([true, true]);
  expectOk(await change({}));
  expect([await isOpen(here), await isOpen(there)]).toEqual([true, false]);
  expect(await signIn()).toBeNull();
  expect(await signIn('four random words too')).not.toBeNull();
  expect(await typesOf()).toContain('person.password_set');
});

test('guessing the present password is slowed down', async () => {
  const session = await signIn();
  const guess = (current: string) =>
    changePassword(person, {
      ...{ email, current, password: 'four random words too' },
      sessionId: session?.id ?? '',
    });
  for (let tries = 0; tries < 10; tries += 1) await guess(`guess ${tries}`);
  expect(await guess(password)).toMatchObject({
    problem: { fields: [{ message: 'Too many attempts. Try again in 15 minutes' }] },
  });
  moveClock('2026-11-23T10:15:00Z');
  expectOk(await guess(password));
  moveClock('2026-11-23T10:00:00Z');
});

test('sessions are listed with their device, and ended one by one or all but one', async () => {
  const [first, second, third] = [await signIn(), await signIn(), await signIn()];
  const account = await getAccount(person, 30);
  expect(account?.organisation).toBe(supplier.name);
  expect(account?.sessions.map(({ device }) => device)).toEqual(
    Array(3).fill('Firefox on Windows'),
  );
  expect(await endSession(supplier.person, { sessionId: first?.id })).toMatchObject({
    problem: { kind: 'not_found' },
  });
  expect(await isOpen(first)).toBe(true);
  expectOk(await endSession(person, { sessionId: first?.id }));
  expect([await isOpen(first), await isOpen(second)]).toEqual([false, true]);
  expect(expectOk(await endOtherSessions(person, { sessionId: third?.id })).ended).toBe(1);
  expect([await isOpen(second), await isOpen(third)]).toEqual([false, true]);
  expect(await endSession(person, { sessionId: 'x' })).toMatchObject({
    problem: { kind: 'invalid' },
  });
  expect(await endSession({ kind: 'visitor' }, { sessionId: third?.id })).toMatchObject({
    problem: { kind: 'forbidden' },
  });
});

test('a wish for a new password is noted once, and answers alike for an unknown address', async () => {
  expect(await askForPassword({ email: ` ${email.toUpperCase()} ` })).toEqual(
    await askForPassword({ email: 'nobody@nowhere.example' }),
  );
  expectOk(await askForPassword({ email }));
  expect(await askForPassword({ email: 'no address' })).toMatchObject({
    problem: { kind: 'invalid', fields: [{ field: 'email' }] },
  });
  expect((await typesOf()).filter((type) => type === 'person.reset_asked')).toHaveLength(1);
  expect(await signIn()).not.toBeNull();
});

test('a link tells whose it is while it works, sets the password and ends what was open', async () => {
  await askForPassword({ email });
  const session = await signIn();
  const { token } = expectLink(
    await makePasswordLink(manager, { personId: person.personId, version: 1 }),
  );
  const [row] = await world.sql`select reset_asked_at from people where id = ${person.personId}`;
  expect(row?.reset_asked_at).toBeNull();
  expect(await getPasswordLink(token)).toEqual({ state: 'usable', name: 'Noor Haddad', email });
  const visitor = { kind: 'visitor' } as const;
  expect(await setPassword(visitor, { token, password: 'Noor Haddad 1' })).toMatchObject({
    problem: { kind: 'invalid', fields: [{ field: 'password' }] },
  });
  const both = await Promise.all([
    setPassword(visitor, { token, password: 'five random words now' }),
    setPassword(visitor, { token, password: 'six random words later' }),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await isOpen(session)).toBe(false);
  expect(await getPasswordLink(token)).toEqual({ state: 'used' });
  expect(await getPasswordLink('x'.repeat(43))).toBeNull();
  expect(await setPassword(visitor, { token: 'made up', password })).toMatchObject({
    problem: { kind: 'refused', code: 'link_gone' },
  });
  expect(await setPassword({ kind: 'system', name: 'x' }, { token, password })).toMatchObject({
    problem: { kind: 'forbidden' },
  });
});
