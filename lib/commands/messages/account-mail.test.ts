import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { setPassword } from '@/lib/commands/account/set-password';
import { deactivateColleague } from '@/lib/commands/manage/deactivate-person';
import { inviteColleague } from '@/lib/commands/manage/invite-person';
import { makeColleagueLink } from '@/lib/commands/manage/make-password-link';
import type { PersonActor } from '@/lib/domain/permissions';
import { moveClock } from '@/lib/ports/clock';
import { hashOfToken } from '@/lib/ports/tokens';
import { getPasswordLink } from '@/lib/queries/account/get-password-link';
import { listDeliveries } from '@/lib/queries/messages/list-deliveries';
import { getPerson } from '@/lib/queries/people/get-person';
import { startMailServer, tokenIn } from '@/lib/testing/mail-server';
import { sendWaiting, useMailServer, waitingJobs } from '@/lib/testing/mailed';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';

const visitor = { kind: 'visitor' } as const;
const password = 'three random words';
type Server = Awaited<ReturnType<typeof startMailServer>>;
let world: World;
let acme: Supplier;
let manager: PersonActor;
let server: Server;
let refuse: number | undefined;
let saysBack = '';
let drops = 0;
let count = 0;

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
  [refuse, saysBack, drops] = [undefined, '', 0];
  server = await startMailServer({
    refuse: (stage) => (stage === (saysBack ? 'data' : 'recipient') ? refuse : undefined),
    says: () => saysBack.replace('TOKEN', tokenIn(server.read.at(-1))),
    beforeTaking: ({ drop }) => {
      if (drops-- > 0) drop();
    },
  });
  useMailServer(server.url);
  moveClock('2026-11-23T10:00:00Z');
});
afterEach(async () => {
  useMailServer(null);
  await server.stop();
});

async function invite() {
  count += 1;
  const email = `noor${count}@harbour.example`;
  const input = { name: 'Noor Haddad', email, roles: ['contributor'] };
  const { personId } = expectOk(await inviteColleague(acme.administrator, input));
  return { personId, email };
}
const again = (personId: string) => makeColleagueLink(acme.administrator, { personId, version: 1 });
const row = async () => (await world.sql`select * from deliveries order by created_at`).at(-1);
const works = async (token: string) => (await getPasswordLink(token))?.state === 'usable';
const sets = async (token: string) => (await setPassword(visitor, { token, password })).ok;

test('an invitation goes to its reader alone, and its link sets a password, once', async () => {
  const { personId, email } = await invite();
  expect(expectOk(await again(acme.contributor.personId)).token).toBeNull();
  await world.sql`delete from deliveries where person_id = ${acme.contributor.personId}`;
  expect((await getPerson(acme.administrator, personId))?.linkMail).toBe('queued');
  expect(server.taken).toEqual([]);
  await sendWaiting(world);
  expect(server.taken.map(({ to }) => to)).toEqual([[email]]);
  expect(server.taken[0]?.source).toContain('You are invited to the portal');
  const found = await getPerson(acme.administrator, personId);
  expect(found).toMatchObject({ linkMail: null, link: { usedAt: null } });
  const token = tokenIn(server.taken[0]);
  expect(await sets(token)).toBe(true);
  expect(await sets(token)).toBe(false);
});

test('no row but the hash in password_links tells the link, nor its hash', async () => {
  await invite();
  const payloads = JSON.stringify(await waitingJobs(world));
  await sendWaiting(world);
  const token = tokenIn(server.taken[0]);
  expect(token).toHaveLength(43);
  const tables = await world.sql`select c.oid::regclass::text as name from pg_class c
    where c.relkind = 'r' and c.relnamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace)`;
  expect(tables.length).toBeGreaterThan(30);
  const holding = [];
  for (const { name } of tables) {
    const rows = await world.sql.unsafe(`select to_jsonb(t)::text as text from ${name} t`);
    const text = payloads + rows.map((found) => found.text).join('\n');
    expect(text).not.toContain(token);
    if (text.includes(hashOfToken(token))) holding.push(name);
  }
  expect(holding).toEqual(['password_links']);
});

test('a copy that the server took before it hung up works, and so does the next', async () => {
  drops = 1;
  await invite();
  expect(await sendWaiting(world)).toBe(1);
  expect(await row()).toMatchObject({ state: 'queued', attempts: 1 });
  const first = tokenIn(server.read[0]);
  expect(await works(first)).toBe(true);
  await sendWaiting(world);
  expect(tokenIn(server.read[1])).toBe(first);
  expect(await row()).toMatchObject({ state: 'sent', attempts: 2 });
  expect(await sets(first)).toBe(true);
});

test('a server down for two days delays it; its hours run from when it is sent', async () => {
  refuse = 451;
  await invite();
  expect(await sendWaiting(world)).toBe(1);
  expect(await row()).toMatchObject({
    state: 'queued',
    last_answer: expect.stringContaining('451'),
  });
  moveClock('2026-11-25T10:00:00Z');
  refuse = undefined;
  await sendWaiting(world);
  expect(server.taken).toHaveLength(1);
  moveClock('2026-11-28T09:59:59Z');
  expect(await works(tokenIn(server.taken[0]))).toBe(true);
  moveClock('2026-11-28T10:00:00Z');
  expect(await works(tokenIn(server.taken[0]))).toBe(false);
});

test('an address that bounces is a failure that managers and administrators see', async () => {
  refuse = 550;
  const { personId } = await invite();
  expect(await sendWaiting(world)).toBe(0);
  const found = await listDeliveries(manager, { failed: '', all: '' });
  expect(found?.failed.rows).toMatchObject([{ kind: 'invited', state: 'failed', keptText: null }]);
  expect((await getPerson(acme.administrator, personId))?.linkMail).toBe('failed');
  expect((await getPerson(manager, personId))?.linkMail).toBe('failed');
});

test('a server that repeats what it refuses does not have the link kept', async () => {
  [refuse, saysBack] = [554, 'spam: http://localhost:3000/SET-PASSWORD/TOKEN TOKEN'];
  await invite();
  await sendWaiting(world);
  const { last_answer, state } = (await row()) ?? {};
  expect(state).toBe('failed');
  expect(last_answer).toContain('spam');
  expect(last_answer).not.toContain(tokenIn(server.read[0]));
});

test('an address that changed is where it goes, and the copy at the old one stops working', async () => {
  drops = 1;
  const { personId, email } = await invite();
  await sendWaiting(world);
  await world.sql`update people set email = ${`moved.${email}`} where id = ${personId}`;
  await sendWaiting(world);
  expect(server.read.map(({ to }) => to)).toEqual([[email], [`moved.${email}`]]);
  const [before, after] = server.read.map(tokenIn);
  expect([await works(before ?? ''), await works(after ?? '')]).toEqual([false, true]);
});

test('what is no longer needed is not sent, and says why', async () => {
  const [replaced, left, set] = [await invite(), await invite(), await invite()];
  moveClock('2026-11-23T11:00:00Z');
  expectOk(await again(replaced.personId));
  const who = { personId: left.personId, version: 1 };
  expectOk(await deactivateColleague(acme.administrator, who));
  await world.sql`insert into credentials (person_id, password_hash, changed_at)
    values (${set.personId}, 'x', '2026-11-23T10:30:00Z')`;
  expect(await sendWaiting(world)).toBe(0);
  expect(server.taken.map(({ to }) => to)).toEqual([[replaced.email]]);
  expect(await works(tokenIn(server.taken[0]))).toBe(true);
  const rows = await world.sql`select p.email, d.state, d.last_answer from deliveries d
    join people p on p.id = d.person_id where d.state <> 'sent' order by d.last_answer`;
  expect([...rows]).toEqual([
    { email: replaced.email, state: 'dropped', last_answer: 'A newer link was made meanwhile.' },
    { email: set.email, state: 'dropped', last_answer: 'A password was set meanwhile.' },
    { email: left.email, state: 'failed', last_answer: 'This person has left.' },
  ]);
});

test('a link made anew closes the one that was sent before, at once', async () => {
  const { personId } = await invite();
  await sendWaiting(world);
  expect(await works(tokenIn(server.taken[0]))).toBe(true);
  moveClock('2026-11-23T11:00:00Z');
  expectOk(await again(personId));
  expect(await works(tokenIn(server.taken[0]))).toBe(false);
});

test('a mail server that is taken away leaves it waiting, and the demo keeps none of it', async () => {
  await invite();
  useMailServer(null);
  process.env.DEMO = '1';
  expect(await sendWaiting(world)).toBe(1);
  delete process.env.DEMO;
  const last_answer = 'No mail server is set up.';
  expect(await row()).toMatchObject({ state: 'queued', last_answer, kept_text: null });
  expect(await sendWaiting(world, { attempt: 25, of: 25 })).toBe(0);
  expect(await row()).toMatchObject({ state: 'failed', last_answer });
});
