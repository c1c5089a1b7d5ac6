import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startMailServer } from '@/lib/testing/mail-server';
import { makeWorld, type World } from '@/lib/testing/world';
import { root } from './prepare.mjs';

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

/** `npm run worker`, as a process of its own; answers once it runs jobs. */
async function startWorker(): Promise<ChildProcess> {
  const worker = spawn(process.execPath, ['--import', 'tsx', 'bin/worker.ts'], {
    cwd: root,
    env: {
      ...process.env,
      ...{ SMTP_URL: server.url, MAIL_FROM: 'portal@test.example' },
      ...{ AUTH_URL: 'https://portal.example', AUTH_SECRET: 'only for this test, of this file' },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  workers.push(worker);
  const lines = createInterface({ input: worker.stdout as NodeJS.ReadableStream });
  for await (const line of lines) if (line.startsWith('Running jobs')) return worker;
  throw new Error('the worker ended before it began');
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

/** As though two minutes passed since the worker was last seen. */
async function twoMinutesLater(): Promise<void> {
  await world.sql`update job_workers set seen_at = seen_at - interval '2 minutes'`;
  await world.sql`update graphile_worker._private_jobs
    set locked_at = locked_at - interval '2 minutes' where locked_at is not null`;
}

test('a worker killed in the middle of a hundred emails loses none and doubles only what was on its way', async () => {
  server = await startMailServer({
    beforeTaking: () => new Promise((resolve) => setTimeout(resolve, 15)),
  });
  await putMails();
  const first = await startWorker();
  await expect.poll(() => server.taken.length, { timeout: 20_000 }).toBeGreaterThan(30);
  first.kill('SIGKILL');
  await new Promise((resolve) => first.once('exit', resolve));
  const before = server.taken.length;
  expect(before).toBeLessThan(MAILS);
  await twoMinutesLater();
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
