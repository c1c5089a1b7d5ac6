import { tellEvent } from '@/lib/commands/messages/tell-event';
import type { SystemActor } from '@/lib/domain/permissions';
import { expectOk, type World } from './world';

const system: SystemActor = { kind: 'system', name: 'tell' };

/** Tells of everything that waits to be told, twice, as a job that is run again would. */
export async function runTellJobs({ sql }: Pick<World, 'sql'>): Promise<void> {
  const jobs = await sql`select j.payload from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'tell'`;
  for (const { payload } of [...jobs, ...jobs]) expectOk(await tellEvent(system, payload));
}

/** Takes away what was told and what waits, so that the next test begins anew. */
export async function forgetTold({ sql }: Pick<World, 'sql'>): Promise<void> {
  await sql`delete from graphile_worker._private_jobs`;
  await sql`delete from deliveries`;
  await sql`delete from messages`;
}
