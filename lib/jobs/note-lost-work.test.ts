import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { attachEvidence } from '@/lib/commands/apply/attach-evidence';
import { retellLost } from '@/lib/commands/messages/retell-lost';
import { tellEvent } from '@/lib/commands/messages/tell-event';
import { uploadSnapshot } from '@/lib/commands/registers/upload-snapshot';
import type { JobName } from '@/lib/domain/jobs';
import type { PersonActor, SystemActor } from '@/lib/domain/permissions';
import { moveClock } from '@/lib/ports/clock';
import { newFileKey } from '@/lib/ports/file-store';
import { type Assessment, assessment, codeOf } from '@/lib/testing/assessment';
import { uploaded } from '@/lib/testing/evidence';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { noteLostWork } from './note-lost-work';

const system: SystemActor = { kind: 'system', name: 'note-lost-work' };
let world: World;
let work: Assessment;
let acme: Supplier;
let asha: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  work = assessment(world);
  acme = await world.supplier('Acme Care');
  asha = await world.staff('Asha Assessor', 'assessor');
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.sql`delete from graphile_worker._private_jobs`;
});

/** How far the jobs in the queue have come; those of a killed worker's last attempt are at their end. */
type Come = { attempts: number; locked?: boolean };
const atItsEnd: Come = { attempts: 25 };
const living: [string, Come][] = [
  ['is new', { attempts: 0 }],
  ['failed before', { attempts: 24 }],
  ['is in its last attempt', { attempts: 25, locked: true }],
];
const come = ({ attempts, locked = false }: Come) =>
  world.sql`update graphile_worker._private_jobs set attempts = ${attempts},
    locked_at = ${locked ? world.sql`now()` : null}, locked_by = ${locked ? 'a worker' : null}`;
const jobs = async (task: JobName) => {
  const rows = await world.sql`select j.payload, j.attempts, j.run_at <= now() as due
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = ${task}`;
  return rows.map((row) => ({ ...row })) as { payload: { eventId: string }; attempts: number }[];
};

async function file() {
  const reference = await world.draft(acme);
  const files = [{ ...uploaded('scope.txt'), key: newFileKey() }];
  expectOk(await attachEvidence(acme.contributor, { reference, questionId: 'isms', files }));
  const [row] =
    await world.sql`select id from evidence_files where storage_key = ${files[0]?.key ?? ''}`;
  return () =>
    world.sql`select scan from evidence_files where id = ${row?.id}`.then(([f]) => f?.scan);
}

describe('a file that waits to be scanned', () => {
  test.each(living)('waits on while its job %s', async (_, job) => {
    const scan = await file();
    await come(job);
    await noteLostWork(system);
    expect(await scan()).toBe('waiting');
  });

  test.each([
    ['came to its end', () => come(atItsEnd)],
    ['is gone', () => world.sql`delete from graphile_worker._private_jobs`],
  ])('could not be checked when its job %s', async (_, lose) => {
    const scan = await file();
    await lose();
    await noteLostWork(system);
    expect(await scan()).toBe('failed');
  });
});

describe('a register that waits to be read', () => {
  const upload = async (sha256: string) => {
    const name = { name: 'register.csv', size: 9, sha256, key: newFileKey() };
    const input = { register: 'dspt', file: name, asOf: '2026-11-01', complete: true };
    return expectOk(await uploadSnapshot(asha, input));
  };
  const sha = () => createHash('sha256').update(randomBytes(8)).digest('hex');
  const row = async (id: string) =>
    (await world.sql`select state, problem from register_snapshots where id = ${id}`)[0];

  test.each(living)('waits on while its job %s', async (_, job) => {
    const { id } = await upload(sha());
    await come(job);
    await noteLostWork(system);
    expect(await row(id)).toMatchObject({ state: 'waiting' });
  });

  test('is refused when its job came to its end, and the same file may come again', async () => {
    const sha256 = sha();
    const { id } = await upload(sha256);
    await come(atItsEnd);
    await noteLostWork(system);
    expect(await row(id)).toMatchObject({
      ...{ state: 'refused', problem: expect.stringContaining('Upload it again') },
    });
    const again = await upload(sha256);
    expect(again.used).toBe(true);
    expect(again.id).not.toBe(id);
    expect(await upload(sha256)).toEqual({ id: again.id, used: false });
    expect(await row(again.id)).toMatchObject({ state: 'waiting' });
  });
});

describe('an event that nobody was told of', () => {
  /** A request for information whose job has come so far; answers its event. */
  async function sent(job: Come): Promise<string> {
    const reference = await work.submitted(acme, asha);
    await work.reviewAll(asha, reference, { isms: 'insufficient' });
    await world.sql`delete from graphile_worker._private_jobs`;
    expectOk(await work.send(asha, reference));
    await come(job);
    const [waiting] = await jobs('tell');
    return waiting?.payload.eventId ?? '';
  }
  const told = (eventId: string) => world.sql`select 1 from messages where cause = ${eventId}`;

  test.each(living)('is left to its job while that %s', async (_, job) => {
    await sent(job);
    await noteLostWork(system);
    expect(await jobs('tell')).toMatchObject([{ attempts: job.attempts }]);
  });

  test('is told again by the same job, and then not a second time', async () => {
    const eventId = await sent(atItsEnd);
    expect(await told(eventId)).toHaveLength(0);
    await noteLostWork(system);
    expect(await jobs('tell')).toMatchObject([{ payload: { eventId }, attempts: 0, due: true }]);
    expectOk(await tellEvent(system, { eventId }));
    expect(await told(eventId)).toHaveLength(3);
    // Its worker died after telling, in the last attempt: everybody knows already.
    await come(atItsEnd);
    await noteLostWork(system);
    expect(await jobs('tell')).toMatchObject([{ attempts: 25 }]);
  });

  test('is no news after a week', async () => {
    await sent(atItsEnd);
    moveClock('2026-11-30T10:00:01Z');
    await noteLostWork(system);
    expect(await jobs('tell')).toMatchObject([{ attempts: 25 }]);
    moveClock('2026-11-30T09:59:59Z');
    await noteLostWork(system);
    expect(await jobs('tell')).toMatchObject([{ attempts: 0 }]);
    moveClock('2026-11-23T10:00:00Z');
  });

  test('is for the system alone', async () => {
    expect(codeOf(await retellLost(asha, {}))).toBe('forbidden');
  });
});
