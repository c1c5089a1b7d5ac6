import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PersonActor, SystemActor } from '@/lib/domain/permissions';
import { codeOf } from '@/lib/testing/assessment';
import { makeWorld, type World } from '@/lib/testing/world';
import { noteLostMail } from './note-lost-mail';
import { retryMail } from './retry-mail';

const system: SystemActor = { kind: 'system', name: 'note-lost-mail' };
let world: World;
let mo: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  mo = await world.staff('Mo Manager', 'manager');
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.sql`delete from graphile_worker._private_jobs`;
  await world.sql`delete from deliveries`;
});

/** An email that waits, with a job that has come so far; without one where `job` is null. */
async function queued(job: { attempts: number; locked?: boolean } | null): Promise<string> {
  const [row] = await world.sql`insert into deliveries (person_id, account_kind, state, created_at)
    values (${mo.personId}, 'invited', 'queued', now()) returning id`;
  const id: string = row?.id;
  if (job === null) return id;
  await world.sql`select enqueue('send-mail', json_build_object('deliveryId', ${id}::text), null, null)`;
  await world.sql`update graphile_worker._private_jobs set attempts = ${job.attempts},
    locked_at = ${job.locked ? world.sql`now()` : null}, locked_by = ${job.locked ? 'a worker' : null}
    where payload ->> 'deliveryId' = ${id}`;
  return id;
}
const stateOf = async (id: string) =>
  (
    await world.sql`select state, last_answer, settled_at is not null as settled
    from deliveries where id = ${id}`
  )[0];

test.each([
  ['is new', { attempts: 0 }],
  ['failed before', { attempts: 24 }],
  ['is in its last attempt', { attempts: 25, locked: true }],
])('what waits with a job that %s goes on waiting', async (_, job) => {
  const id = await queued(job);
  expect(await noteLostMail(system, {})).toMatchObject({ ok: true, value: { lost: 0 } });
  expect(await stateOf(id)).toMatchObject({ state: 'queued', settled: false });
});

test.each([
  ['whose job came to its end', { attempts: 25 }],
  ['without a job', null],
])('what waits %s is a failure, which a manager has tried again', async (_, job) => {
  const id = await queued(job);
  expect(await noteLostMail(system, {})).toMatchObject({ ok: true, value: { lost: 1 } });
  expect(await stateOf(id)).toMatchObject({
    ...{ state: 'failed', settled: true },
    last_answer: expect.stringContaining('not sent'),
  });
  expect(await retryMail(mo, { deliveryId: id })).toMatchObject({ value: { retried: 1 } });
  expect(await noteLostMail(system, {})).toMatchObject({ value: { lost: 0 } });
  expect(await stateOf(id)).toMatchObject({ state: 'queued' });
});

test('what was settled stays as it is, and only the system asks', async () => {
  const id = await queued(null);
  await world.sql`update deliveries set state = 'sent' where id = ${id}`;
  expect(await noteLostMail(system, {})).toMatchObject({ value: { lost: 0 } });
  expect(await stateOf(id)).toMatchObject({ state: 'sent' });
  expect(codeOf(await noteLostMail(mo, {}))).toBe('forbidden');
});
