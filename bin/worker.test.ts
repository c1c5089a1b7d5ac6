import type { ChildProcess } from 'node:child_process';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startMailServer } from '@/lib/testing/mail-server';
import { makeWorld, type World } from '@/lib/testing/world';
import { killProcess, startWorkerProcess, twoMinutesLater } from './worker-process';

const MAILS = 100;
/** As many as a worker has in hand at one time: so many may be on their way when it is killed. */
const AT_ONCE = 3;
let world: World;
let server: Awaited<ReturnType<typeof startMailServer>>;
const workers: ChildProcess[] = [];
beforeAll(async () => {
  world = await makeWorld();
});
afterEach(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  await server.stop();
});
afterAll(() => world.end());

async function startWorker(): Promise<ChildProcess> {
  const worker = await startWorkerProcess({
    ...{ SMTP_URL: server.url, MAIL_FROM: 'portal@test.example' },
    ...{ AUTH_URL: 'https://portal.example', AUTH_SECRET: 'only for this test, of this file' },
  });
  workers.push(worker);
  return worker;
}

/** A hundred people, and an email at once for each of them. */
async function putMails(): Promise<void> {
  const content = {
    ...{ subject: 'A case', heading: 'A case', paragraphs: [], list: [], dueOn: null },
    ...{ path: '/assess', linkText: 'Open' },
  };
  await world.sql`with reader as (
      insert into people (email, name, roles, created_at)
      select 'reader' || n || '@test.example', 'Reader ' || n, '{assessor}', now()
      from generate_series(1, ${MAILS}) n returning id
    ), message as (
      insert into messages (person_id, kind, cause, content, way, created_at)
      select id, 'assigned', 'a test', ${world.sql.json(content)}, 'at_once', now() from reader
      returning id, person_id
    ), delivery as (
      insert into deliveries (message_id, person_id, state, created_at)
      select id, person_id, 'queued', now() from message returning id
    )
    select enqueue('send-mail', json_build_object('deliveryId', id), null, null) from delivery`;
}

const states = async () => {
  const rows = await world.sql`select state, count(*)::int as n from deliveries group by 1`;
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
};

test('a worker killed in the middle of a hundred emails loses none and doubles only what was on its way', async () => {
  server = await startMailServer({
    beforeTaking: () => new Promise((resolve) => setTimeout(resolve, 15)),
  });
  await putMails();
  const first = await startWorker();
  await expect.poll(() => server.taken.length, { timeout: 20_000 }).toBeGreaterThan(30);
  await killProcess(first);
  const before = server.taken.length;
  expect(before).toBeLessThan(MAILS);
  await twoMinutesLater(world.sql);
  await startWorker();
  await expect.poll(states, { timeout: 30_000 }).toEqual({ sent: MAILS });

  const copies = new Map<string, string[]>();
  for (const { to, source } of server.taken) {
    const id = /^Message-ID: (.+)$/im.exec(source)?.[1] ?? 'none';
    copies.set(to.join(), [...(copies.get(to.join()) ?? []), id]);
  }
  expect(copies.size).toBe(MAILS);
  const twice = [...copies.values()].filter((ids) => ids.length > 1);
  expect(twice.length).toBeLessThanOrEqual(AT_ONCE);
  // What was doubled can be told by its reader's mail program: it is the same message.
  for (const ids of copies.values()) expect(new Set(ids).size).toBe(1);
  expect(new Set([...copies.values()].flat()).size).toBe(MAILS);
}, 90_000);
