import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeDatabase } from '@/db/client';
import { endSessionOfToken, findSession } from '@/db/sign-in';
import { type TestDatabase, testDatabase } from '@/db/testing';
import { countAttempt } from '@/db/throttles';
import { moveClock, now } from '@/lib/ports/clock';
import { hashOfToken } from '@/lib/ports/tokens';
import { TEST_PASSWORD, testPeople } from '@/lib/testing/people';
import { signInWithPassword } from './sign-in';
import { newDevice, signInLimits } from './sign-in-limits';

let db: TestDatabase;
let world: ReturnType<typeof testPeople>;
const start = new Date('2026-11-22T09:00:00.000Z');
const minutes = (count: number) => new Date(start.getTime() + count * 60_000);
const attempt = (email: string, password = TEST_PASSWORD, more = {}) =>
  signInWithPassword({ email, password, client: null, userAgent: 'A browser', ...more });

async function tokenOf(email: string): Promise<string> {
  const answer = await attempt(email);
  if (!answer.ok) throw new Error(answer.reason);
  return hashOfToken(answer.token);
}

beforeAll(async () => {
  db = await testDatabase();
  process.env.DATABASE_URL = db.appUrl;
  // Where the staff may do without a second factor.
  process.env.DEMO = '1';
  process.env.AUTH_SECRET = 'a secret of the tests, long enough to be one';
  world = testPeople(db.superuserUrl);
  moveClock(start);
  const organisation = await world.addOrganisation('Harbour Health Software');
  const add = (email: string, roles: ['contributor'] | ['manager'], organisationId?: string) =>
    world.addPerson({
      email,
      name: email,
      roles,
      organisationId: organisationId ?? null,
      password: TEST_PASSWORD,
    });
  await add('ana@supplier.example', ['contributor'], organisation);
  await add('ben@supplier.example', ['contributor'], organisation);
  await add('max@nhs.example', ['manager']);
});

afterAll(async () => {
  moveClock(null);
  await world.close();
  await closeDatabase();
  await db.drop();
});

describe('signing in', () => {
  test('opens a session, which names its person and their roles of this moment', async () => {
    const hash = await tokenOf('ANA@supplier.example ');
    const found = await findSession(hash, now(), 30);
    expect(found?.actor).toMatchObject({ name: 'ana@supplier.example', roles: ['contributor'] });
    await world.sql`update people set roles = '{signatory}' where email = 'ana@supplier.example'`;
    expect((await findSession(hash, now(), 30))?.actor.roles).toEqual(['signatory']);
  });

  test('says how many messages are new, to 100 and no further', async () => {
    const hash = await tokenOf('max@nhs.example');
    const unread = async () => (await findSession(hash, now(), 30))?.unread;
    const put = (many: number, read: boolean) => world.sql`
      insert into messages (person_id, kind, cause, content, way, created_at, read_at)
      select id, 'conflict', ${`${many} `} || n, '{}', 'portal_only', now(),
        ${read ? now() : null}::timestamptz
      from people, generate_series(1, ${many}) n where email = 'max@nhs.example'`;
    expect(await unread()).toBe(0);
    await put(7, false);
    await put(3, true);
    expect(await unread()).toBe(7);
    await put(130, false);
    expect(await unread()).toBe(100);
  });

  test('answers a wrong password, an unknown address and an empty one alike', async () => {
    const wrong = { ok: false, reason: 'wrong' };
    expect(await attempt('ana@supplier.example', 'not the password')).toEqual(wrong);
    expect(await attempt('nobody@supplier.example')).toEqual(wrong);
    expect(await attempt('', '')).toEqual(wrong);
    expect(await attempt(`${'x'.repeat(400)}@supplier.example`)).toEqual(wrong);
  });

  test('takes an address with a control character for one that nobody has', async () => {
    expect(await attempt('ana\0@supplier.example')).toEqual({ ok: false, reason: 'wrong' });
  });

  test('knows an address by one spelling only, so that another has no counter of its own', async () => {
    // The database folds a capital I with a dot to a plain i, and would find 'supplier' here.
    expect(await attempt('ana@suppl\u0130er.example')).toEqual({ ok: false, reason: 'wrong' });
  });

  test('keeps out who was deactivated, at once, also with an open session', async () => {
    const hash = await tokenOf('ben@supplier.example');
    await world.sql`update people set active = false where email = 'ben@supplier.example'`;
    expect(await findSession(hash, now(), 30)).toBeNull();
    expect(await attempt('ben@supplier.example')).toEqual({ ok: false, reason: 'wrong' });
    await world.sql`update people set active = true where email = 'ben@supplier.example'`;
    expect(await findSession(hash, now(), 30)).not.toBeNull();
    await world.sql`update organisations set active = false`;
    expect(await findSession(hash, now(), 30)).toBeNull();
    await world.sql`update organisations set active = true`;
  });

  test('leaves neither the token nor the password in the database, and an event', async () => {
    const answer = await attempt('max@nhs.example');
    if (!answer.ok) throw new Error('refused');
    const dump = JSON.stringify([
      await world.sql`select * from sessions`,
      await world.sql`select * from credentials`,
      await world.sql`select * from events join event_contents on event_id = id`,
    ]);
    expect(dump).not.toContain(answer.token);
    expect(dump).not.toContain(TEST_PASSWORD);
    expect(dump).toContain('person.signed_in');
  });
});

describe('a session', () => {
  test('ends when it was idle too long, and lives on when it was used', async () => {
    const hash = await tokenOf('max@nhs.example');
    expect(await findSession(hash, minutes(29), 30)).not.toBeNull();
    expect(await findSession(hash, minutes(58), 30)).not.toBeNull();
    expect(await findSession(hash, minutes(90), 30)).toBeNull();
  });

  test('ends after its absolute time, however busy', async () => {
    const hash = await tokenOf('max@nhs.example');
    for (let at = 0; at < 12 * 60; at += 25)
      expect(await findSession(hash, minutes(at), 30)).not.toBeNull();
    expect(await findSession(hash, minutes(12 * 60), 30)).toBeNull();
  });

  test('is over once it was ended, however fresh the cookie', async () => {
    const hash = await tokenOf('max@nhs.example');
    await endSessionOfToken(hash, now());
    expect(await findSession(hash, now(), 30)).toBeNull();
  });
});

describe('guessing', () => {
  test('is refused after a while, with the time to come back, and not for ever', async () => {
    const email = 'victim@supplier.example';
    for (let tries = 0; tries < 20; tries += 1)
      expect(await attempt(email, `guess ${tries}`)).toMatchObject({ reason: 'wrong' });
    const refused = { ok: false, reason: 'throttled', retryAt: minutes(15) };
    expect(await attempt(email, 'guess 21')).toEqual(refused);
    await closeDatabase();
    expect(await attempt(email, 'after a restart')).toEqual(refused);
    moveClock(minutes(15));
    expect(await attempt(email, 'later')).toMatchObject({ reason: 'wrong' });
    moveClock(start);
  });

  test('by strangers does not keep somebody out of a browser they used before', async () => {
    const email = 'ben@supplier.example';
    for (let tries = 0; tries < 21; tries += 1) await attempt(email, `guess ${tries}`);
    expect(await attempt(email)).toMatchObject({ reason: 'throttled' });
    expect(await attempt(email, TEST_PASSWORD, { device: newDevice(email) })).toMatchObject({
      ok: true,
    });
    const another = newDevice('ana@supplier.example');
    expect(await attempt(email, TEST_PASSWORD, { device: another })).toMatchObject({ ok: false });
  });

  test('at many addresses is not forgiven for signing in with an own one', async () => {
    const client = '192.0.2.7';
    for (let tries = 0; tries < 99; tries += 1)
      await countAttempt(signInLimits(`victim${tries}@supplier.example`, client), now());
    expect(await attempt('max@nhs.example', TEST_PASSWORD, { client })).toMatchObject({ ok: true });
    const next = await attempt('victim0@supplier.example', 'guess', { client });
    expect(next).toMatchObject({ reason: 'throttled' });
  });

  test('50 at once are counted as 50', async () => {
    const email = 'many@supplier.example';
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => attempt(email, `guess ${index}`)),
    );
    expect(answers.filter((answer) => !answer.ok && answer.reason === 'throttled')).toHaveLength(
      30,
    );
  });
});
