import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Actor } from '@/lib/domain/permissions';
import { asActor, closeDatabase } from './client';
import { enqueue } from './job-queue';
import { type JobHandlers, startWorker } from './job-worker';
import { type TestDatabase, testDatabase } from './testing';

const system: Actor = { kind: 'system', name: 'test' };
let database: TestDatabase;
let sql: postgres.Sql;
let worker: { stop: () => Promise<void> } | null = null;
beforeAll(async () => {
  database = await testDatabase();
  process.env.DATABASE_URL = database.appUrl;
  sql = postgres(database.superuserUrl, { max: 1, onnotice: () => undefined });
});
afterEach(async () => {
  await worker?.stop();
  worker = null;
  await sql`delete from graphile_worker._private_jobs`;
});
afterAll(async () => {
  await closeDatabase();
  await sql.end();
  await database.drop();
});

const waiting = async () => {
  const [row] = await sql`select count(*)::int as jobs from graphile_worker._private_jobs`;
  return row?.jobs;
};
const add = (key?: string) =>
  asActor(system, (tx) => enqueue(tx, 'expire-requests', {}, key ? { key } : {}));

/** Runs jobs with this handler; `ran` settles with the attempts, once there were so many. */
async function running(count: number, fail: (attempt: number) => boolean = () => false) {
  const attempts: number[] = [];
  let all = () => {};
  const ran = new Promise<number[]>((resolve) => {
    all = () => resolve(attempts);
  });
  const handlers: JobHandlers = {
    'scan-evidence': async () => {},
    'purge-evidence': async () => {},
    'sweep-evidence': async () => {},
    tell: async () => {},
    'read-register': async () => {},
    'judge-onboardings': async () => {},
    'judge-new-day': async () => {},
    'count-suppliers': async () => {},
    'fold-assurances': async () => {},
    'send-mail': async () => {},
    'make-digests': async () => {},
    'note-lost-mail': async () => {},
    'note-lost-work': async () => {},
    'check-import': async () => {},
    'apply-import': async () => {},
    'clear-import': async () => {},
    'count-cases': async () => {},
    'end-imports': async () => {},
    remind: async () => {},
    'expire-requests': async (_, { attempt }) => {
      attempts.push(attempt);
      if (attempts.length >= count) all();
      if (fail(attempt)) throw new Error('not this time');
    },
  };
  worker = await startWorker(handlers);
  return ran;
}

test('a job exists exactly when the change does', async () => {
  await expect(
    asActor(system, async (tx) => {
      await enqueue(tx, 'expire-requests', {});
      throw new Error('rolled back');
    }),
  ).rejects.toThrow('rolled back');
  expect(await waiting()).toBe(0);
  await add();
  expect(await waiting()).toBe(1);
  expect(await running(1)).toEqual([1]);
  await expect.poll(waiting).toBe(0);
});

test('of jobs with one key the last stands', async () => {
  for (const _ of [1, 2, 3]) await add('the same');
  expect(await waiting()).toBe(1);
});

test('a job that failed is tried again, later', async () => {
  await add();
  expect(await running(1, (attempt) => attempt === 1)).toEqual([1]);
  await expect
    .poll(async () => {
      const [job] = await sql`select attempts, run_at > now() as later, last_error
        from graphile_worker._private_jobs`;
      return job;
    })
    .toMatchObject({ attempts: 1, later: true, last_error: 'not this time' });
});

test('the job of a worker that was killed is taken up by the next', async () => {
  await add();
  await sql`update graphile_worker._private_jobs
    set locked_by = 'killed', locked_at = now() - interval '5 minutes', attempts = 1`;
  await sql`insert into job_workers values ('killed', now() - interval '5 minutes')`;
  expect(await running(1)).toEqual([2]);
});

test('the job of a worker that lives is left to it', async () => {
  await add();
  await sql`update graphile_worker._private_jobs
    set locked_by = 'busy', locked_at = now() - interval '5 minutes', attempts = 1`;
  await sql`insert into job_workers values ('busy', now())`;
  await add();
  expect(await running(1)).toEqual([1]);
  await expect.poll(waiting).toBe(1);
  const [job] = await sql`select locked_by, attempts from graphile_worker._private_jobs`;
  expect(job).toEqual({ locked_by: 'busy', attempts: 1 });
});

test('the role that runs jobs sees no table of the portal, and no other role the queue', async () => {
  const login = postgres(database.appUrl, { max: 1, onnotice: () => undefined });
  const denied = (role: string, table: string) =>
    expect(
      login.begin(async (tx) => {
        await tx`set local role ${tx(role)}`;
        await tx`select 1 from ${tx(table)} limit 1`;
      }),
    ).rejects.toMatchObject({ code: '42501' });
  for (const table of ['people', 'events', 'applications']) await denied('portal_jobs', table);
  for (const role of ['portal_supplier', 'portal_staff', 'portal_system', 'portal_visitor'])
    await denied(role, 'graphile_worker._private_jobs');
  await login.end();
});
