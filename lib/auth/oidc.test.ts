import { afterAll, beforeAll, expect, test } from 'vitest';
import { findSession } from '@/db/sign-in';
import { moveClock, now } from '@/lib/ports/clock';
import { hashOfToken } from '@/lib/ports/tokens';
import { makeWorld, type World } from '@/lib/testing/world';
import { oidcSignIn } from './oidc';
import { oidcProvider } from './provider';

let world: World;
const issuer = 'https://id.example';
const emailOf = async (id: string): Promise<string> =>
  (await world.sql`select email from people where id = ${id}`)[0]?.email;

/** As next-auth calls back: the user's id is the provider's until somebody is let in. */
async function arrive(subject: string, claims: Record<string, unknown>) {
  const user = { id: `provider-${subject}` };
  const account = { provider: 'oidc', type: 'oidc', providerAccountId: subject } as const;
  const seconds = now().getTime() / 1000;
  const usual = { iss: issuer, aud: 'portal', sub: subject, iat: seconds, exp: seconds + 300 };
  const profile = { ...usual, ...claims };
  const answer = await oidcSignIn({ user, account, profile }, 'A browser');
  const found = answer === true ? await findSession(hashOfToken(user.id), now(), 30) : null;
  const { actor = null } = found ?? {};
  return { answer, person: actor?.personId ?? null, roles: actor?.roles, proof: actor?.proof };
}
const eventsOf = async (id: string) => {
  const rows = await world.sql`select type, contents->>'why' as why, actor_id from events
    join event_contents on event_id = id where subject_id = ${id} order by sequence`;
  return rows.map(({ type, why, actor_id }) => [type.replace('person.', ''), why ?? actor_id]);
};

const settings = {
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: 'portal',
  OIDC_CLIENT_SECRET: 'secret',
  OIDC_BRINGS_SECOND_FACTOR: '1',
};
beforeAll(async () => {
  Object.assign(process.env, settings);
  world = await makeWorld();
});
afterAll(async () => {
  for (const name of Object.keys(settings)) delete process.env[name];
  await world.end();
});

const nobody = { answer: '/sign-in?sso=unknown', person: null };

test('a verified address links an active person on first use, and the subject from then on', async () => {
  const { personId } = await world.staff('Ash', 'assessor');
  const email = await emailOf(personId);
  const first = await arrive('s1', { email: email.toUpperCase(), email_verified: true });
  expect(first).toMatchObject({ answer: true, person: personId, roles: ['assessor'] });
  const bo = await world.staff('Bo', 'manager');
  const another = { email: await emailOf(bo.personId), email_verified: true, roles: ['manager'] };
  // The address changed at the provider: the link stays, and moves nobody up.
  expect(await arrive('s1', another)).toMatchObject({ person: personId, roles: ['assessor'] });
  expect(await arrive('s2', { email, email_verified: true })).toMatchObject(nobody);
  expect(await eventsOf(personId)).toEqual([
    ['identity_linked', personId],
    ['signed_in', personId],
    ['signed_in', personId],
    ['identity_refused', 'other_subject'],
  ]);
});

test('an address that is not verified, or that nobody has, lets nobody in and creates nobody', async () => {
  const { personId } = await world.staff('Cy', 'manager');
  const email = 'bianca@test.example';
  await world.sql`update people set email = ${email} where id = ${personId}`;
  const [before] = await world.sql`select count(*)::int as count from people`;
  for (const claims of [
    { email },
    { email, email_verified: false },
    { email, email_verified: 'true' },
    { email_verified: true },
    // The database folds a capital I with a dot to a plain i.
    { email: 'b\u0130anca@test.example', email_verified: true },
    { email: 'new@elsewhere.example', email_verified: true, roles: ['manager'] },
    { email, email_verified: true, iss: 'https://other.example' },
    { email, email_verified: true, aud: 'another' },
  ])
    expect(await arrive('s3', claims)).toMatchObject(nobody);
  const [after] = await world.sql`select count(*)::int as count from people`;
  expect(after).toEqual(before);
  // Once a minute at most, so that nobody fills the history.
  expect(await eventsOf(personId)).toEqual([['identity_refused', 'unverified']]);
});

test('nobody of a supplier comes in that way, also when they were linked before', async () => {
  const { person } = await world.supplier();
  const claims = { email: await emailOf(person.personId), email_verified: true };
  expect(await arrive('s6', claims)).toMatchObject(nobody);
  await world.sql`insert into identities (person_id, issuer, subject, linked_at)
    values (${person.personId}, ${issuer}, 's7', now())`;
  expect(await arrive('s7', claims)).toMatchObject(nobody);
  expect(await eventsOf(person.personId)).toEqual([['identity_refused', 'supplier']]);
});

test('somebody deactivated stays out, also when they were linked before', async () => {
  const { personId } = await world.staff('Di', 'assessor');
  const claims = { email: await emailOf(personId), email_verified: true };
  expect((await arrive('s4', claims)).person).toBe(personId);
  await world.sql`update people set active = false where id = ${personId}`;
  expect(await arrive('s4', claims)).toMatchObject(nobody);
  expect(await arrive('s5', claims)).toMatchObject(nobody);
});

test('arriving twice at once links once', async () => {
  const { personId } = await world.staff('Eve', 'assessor');
  const claims = { email: await emailOf(personId), email_verified: true };
  const answers = await Promise.all(['s10', 's10', 's11'].map((s) => arrive(s, claims)));
  const [row] = await world.sql`select count(*)::int as count from identities
    where person_id = ${personId}`;
  expect(row?.count).toBe(1);
  expect(answers.some(({ person }) => person === personId)).toBe(true);
  expect((await eventsOf(personId)).filter(([type]) => type === 'identity_linked')).toHaveLength(1);
});

test('only what the provider asked just now proves who they are', async () => {
  const { personId } = await world.staff('Flo', 'manager');
  const claims = { email: await emailOf(personId), email_verified: true };
  expect((await arrive('s12', claims)).proof).toBeUndefined();
  const asked = now().getTime() / 1000 - 240;
  expect((await arrive('s12', { ...claims, auth_time: asked })).proof).toEqual({
    ...{ at: new Date(asked * 1000), way: 'provider' },
  });
  // A clock that runs ahead proves nothing for longer.
  const ahead = await arrive('s12', { ...claims, auth_time: asked + 9000 });
  expect(ahead.proof?.at).toEqual(now());
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
  const person = await world.staff('Gus', 'assessor');
  const claims = { email: await emailOf(person.personId), email_verified: true };
  delete process.env.OIDC_BRINGS_SECOND_FACTOR;
  expect(await arrive('s9', claims)).toMatchObject({ answer: true, person: null });
  process.env.OIDC_BRINGS_SECOND_FACTOR = '1';
  expect(await arrive('s9', claims)).toMatchObject({ answer: true, person: person.personId });
  moveClock(null);
});
