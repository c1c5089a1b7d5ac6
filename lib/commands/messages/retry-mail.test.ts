import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { inviteColleague } from '@/lib/commands/manage/invite-person';
import type { PersonActor } from '@/lib/domain/permissions';
import { moveClock } from '@/lib/ports/clock';
import { verifyChains } from '@/lib/queries/audit/verify-chains';
import { codeOf } from '@/lib/testing/assessment';
import { startMailServer, tokenIn } from '@/lib/testing/mail-server';
import { sendWaiting, useMailServer, waitingJobs } from '@/lib/testing/mailed';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { retryAllMail, retryMail } from './retry-mail';

let world: World;
let acme: Supplier;
let mo: PersonActor;
let mira: PersonActor;
let server: Awaited<ReturnType<typeof startMailServer>>;
let bounces = true;
let count = 0;
beforeAll(async () => {
  process.env.AUTH_SECRET = 'a secret of the tests, long enough to be one';
  world = await makeWorld();
  acme = await world.supplier('Acme Care');
  mo = await world.staff('Mo Manager', 'manager');
  mira = await world.staff('Mira Manager', 'manager');
  const refuse = (stage: string) => (bounces && stage === 'recipient' ? 550 : undefined);
  server = await startMailServer({ refuse });
});
afterAll(async () => {
  await server.stop();
  await world.end();
});
beforeEach(async () => {
  await world.sql`delete from graphile_worker._private_jobs`;
  await world.sql`delete from password_links`;
  await world.sql`delete from deliveries`;
  [server.taken.length, bounces] = [0, true];
  useMailServer(server.url);
});
afterEach(() => {
  useMailServer(null);
  moveClock('2026-11-23T10:00:00Z');
});

/** An invitation that bounced. */
async function bounced(): Promise<{ personId: string; deliveryId: string }> {
  count += 1;
  const input = { name: 'Noor', email: `noor${count}@harbour.example`, roles: ['contributor'] };
  const { personId } = expectOk(await inviteColleague(acme.administrator, input));
  await sendWaiting(world);
  const [row] = await world.sql`select id, state from deliveries where person_id = ${personId}`;
  expect(row?.state).toBe('failed');
  return { personId, deliveryId: row?.id };
}
const retriesOf = async (personId: string) => {
  const rows = await world.sql`select e.audience, c.contents from events e join event_contents c
    on c.event_id = e.id where e.subject_id = ${personId} and e.type = 'person.mail_retried'`;
  return rows.map(({ audience, contents }) => ({ audience, contents }));
};

test('one that failed waits again, with a job, and arrives once it is taken', async () => {
  const { personId, deliveryId } = await bounced();
  expect(expectOk(await retryMail(mo, { deliveryId }))).toEqual({ retried: 1 });
  const [row] = await world.sql`select state, settled_at from deliveries`;
  expect(row).toEqual({ state: 'queued', settled_at: null });
  expect(await waitingJobs(world)).toEqual([{ deliveryId }]);
  const contents = { deliveryIds: [deliveryId] };
  expect(await retriesOf(personId)).toEqual([{ audience: 'staff', contents }]);
  bounces = false;
  await sendWaiting(world);
  expect(server.taken).toHaveLength(1);
  expect(tokenIn(server.taken[0])).toHaveLength(43);
});

test('two presses, by two managers at once, try it again once', async () => {
  const { personId, deliveryId } = await bounced();
  const answers = await Promise.all([mo, mira, mo].map((who) => retryMail(who, { deliveryId })));
  expect(answers.map((answer) => expectOk(answer).retried).sort()).toEqual([0, 0, 1]);
  expect(await waitingJobs(world)).toHaveLength(1);
  expect(await retriesOf(personId)).toHaveLength(1);
});

test('all are tried again at once, also by two managers, and no chain breaks', async () => {
  const failed = [];
  for (let each = 0; each < 12; each += 1) failed.push(await bounced());
  const [first] = failed;
  await world.sql`insert into deliveries (person_id, account_kind, state, created_at)
    select ${first?.personId ?? ''}, 'password-link', 'failed', now() from generate_series(1, 3)`;
  const gone = failed.slice(-2).map(({ personId }) => personId);
  await world.sql`update people set active = false where id = any (${gone})`;
  const answers = await Promise.all([retryAllMail(mo, {}), retryAllMail(mira, {})]);
  const [one, other] = answers.map(expectOk);
  expect((one?.retried ?? 0) + (other?.retried ?? 0)).toBe(13);
  expect([one?.left, other?.left]).toEqual([2, 2]);
  expect(await waitingJobs(world)).toHaveLength(13);
  const [ofFirst] = await retriesOf(first?.personId ?? '');
  expect(ofFirst?.contents.deliveryIds).toHaveLength(4);
  for (const personId of gone) expect(await retriesOf(personId)).toEqual([]);
  expect(await verifyChains({ kind: 'system', name: 'test' })).toMatchObject({ broken: null });
});

test('what did not fail is left alone, and who left gets none', async () => {
  const { personId, deliveryId } = await bounced();
  for (const state of ['queued', 'sent', 'kept', 'dropped']) {
    await world.sql`update deliveries set state = ${state}`;
    expect(expectOk(await retryMail(mo, { deliveryId })).retried).toBe(0);
    expect(expectOk(await retryAllMail(mo, {})).retried).toBe(0);
  }
  await world.sql`update deliveries set state = 'failed'`;
  await world.sql`update people set active = false where id = ${personId}`;
  expect(codeOf(await retryMail(mo, { deliveryId }))).toBe('left');
  expect(await waitingJobs(world)).toEqual([]);
});

test('is for managers, of emails that are', async () => {
  const deliveryId = '00000000-0000-4000-8000-000000000000';
  const assessor = await world.staff('Asha Assessor', 'assessor');
  expect(codeOf(await retryMail(mo, { deliveryId }))).toBe('not_found');
  for (const who of [assessor, acme.administrator]) {
    expect(codeOf(await retryMail(who, { deliveryId }))).toBe('forbidden');
    expect(codeOf(await retryAllMail(who, {}))).toBe('forbidden');
  }
});
