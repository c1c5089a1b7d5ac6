import { afterAll, beforeAll, expect, test } from 'vitest';
import { findSession } from '@/db/sign-in';
import { now } from '@/lib/ports/clock';
import { hashOfToken } from '@/lib/ports/tokens';
import { makeWorld, type World } from '@/lib/testing/world';
import { oidcProvider, oidcSignIn } from './oidc';

let world: World;
const issuer = 'https://id.example';
const emailOf = async (id: string): Promise<string> =>
  (await world.sql`select email from people where id = ${id}`)[0]?.email;

/** As next-auth calls back: the user's id is the provider's until somebody is let in. */
async function arrive(subject: string, claims: Record<string, unknown>) {
  const user = { id: `provider-${subject}` };
  const account = { provider: 'oidc', type: 'oidc', providerAccountId: subject } as const;
  const answer = await oidcSignIn(
    { user, account, profile: { sub: subject, ...claims } },
    'A browser',
  );
  const found = answer === true ? await findSession(hashOfToken(user.id), now(), 30) : null;
  return { answer, person: found?.actor.personId ?? null, roles: found?.actor.roles };
}

beforeAll(async () => {
  Object.assign(process.env, {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: 'portal',
    OIDC_CLIENT_SECRET: 'secret',
    OIDC_BRINGS_SECOND_FACTOR: '1',
  });
  world = await makeWorld();
});
afterAll(async () => {
  for (const name of [
    'OIDC_ISSUER',
    'OIDC_CLIENT_ID',
    'OIDC_CLIENT_SECRET',
    'OIDC_BRINGS_SECOND_FACTOR',
  ])
    delete process.env[name];
  await world.end();
});

const nobody = { answer: '/sign-in?error=Unknown', person: null };

test('a verified address links an active person on first use, and the subject from then on', async () => {
  const person = await world.staff('Ash', 'assessor');
  const email = await emailOf(person.personId);
  const first = await arrive('s1', { email: email.toUpperCase(), email_verified: true });
  expect(first).toMatchObject({ answer: true, person: person.personId, roles: ['assessor'] });
  const later = await arrive('s1', { email: 'changed@elsewhere.example', email_verified: true });
  expect(later.person).toBe(person.personId);
  expect(await arrive('s2', { email, email_verified: true })).toMatchObject(nobody);
});

test('an address that is not verified, or that nobody has, lets nobody in and creates nobody', async () => {
  const person = await world.staff('Bo', 'manager');
  const email = 'bianca@test.example';
  await world.sql`update people set email = ${email} where id = ${person.personId}`;
  const [before] = await world.sql`select count(*)::int as count from people`;
  for (const claims of [
    { email },
    { email, email_verified: false },
    { email, email_verified: 'true' },
    { email_verified: true },
    // The database folds a capital I with a dot to a plain i.
    { email: 'b\u0130anca@test.example', email_verified: true },
    { email: 'new@elsewhere.example', email_verified: true, roles: ['manager'] },
  ])
    expect(await arrive('s3', claims)).toMatchObject(nobody);
  const [after] = await world.sql`select count(*)::int as count from people`;
  expect(after).toEqual(before);
});

test('somebody deactivated stays out, also when they were linked before', async () => {
  const person = await world.staff('Cy', 'assessor');
  const claims = { email: await emailOf(person.personId), email_verified: true };
  expect((await arrive('s4', claims)).person).toBe(person.personId);
  await world.sql`update people set active = false where id = ${person.personId}`;
  expect(await arrive('s4', claims)).toMatchObject(nobody);
  expect(await arrive('s5', claims)).toMatchObject(nobody);
});

test('there is a provider only when all of it is configured', () => {
  expect(oidcProvider()).toMatchObject({ id: 'oidc', issuer, checks: ['pkce', 'state', 'nonce'] });
  delete process.env.OIDC_CLIENT_SECRET;
  expect(oidcProvider()).toBeNull();
  process.env.OIDC_CLIENT_SECRET = 'secret';
});

test('signing in by password is not its business', async () => {
  const account = { provider: 'credentials', type: 'credentials', providerAccountId: 'x' } as const;
  expect(await oidcSignIn({ user: {}, account }, '')).toBe(true);
});

test('the provider’s second factor counts only where configuration says so', async () => {
  const person = await world.staff('Di', 'assessor');
  const claims = { email: await emailOf(person.personId), email_verified: true };
  delete process.env.OIDC_BRINGS_SECOND_FACTOR;
  expect(await arrive('s9', claims)).toMatchObject({ answer: true, person: null });
  process.env.OIDC_BRINGS_SECOND_FACTOR = '1';
  expect(await arrive('s9', claims)).toMatchObject({ answer: true, person: person.personId });
});
