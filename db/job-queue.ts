import { sql } from 'drizzle-orm';
import { runMigrations } from 'graphile-worker';
import type postgres from 'postgres';
import type { JobName, JobPayloads } from '@/lib/domain/jobs';
import type { Tx } from './client';

const SCHEMA = 'graphile_worker';
/** Who may touch the queue: whoever runs jobs, and enqueue(), which acts as the definer. */
const ROLES = ['portal_jobs', 'portal_definer'];

const quiet = () => undefined;

/** Makes or raises the queue's own tables, as the owner, and opens them to the roles that need them. */
export async function migrateJobQueue(ownerUrl: string, sql: postgres.Sql): Promise<void> {
  const { Logger } = await import('graphile-worker');
  await runMigrations({ connectionString: ownerUrl, logger: new Logger(() => quiet) });
  const schema = sql(SCHEMA);
  for (const name of ROLES) {
    const role = sql(name);
    await sql`grant usage on schema ${schema} to ${role}`;
    await sql`grant select, insert, update, delete on all tables in schema ${schema} to ${role}`;
    await sql`grant usage on all sequences in schema ${schema} to ${role}`;
    await sql`grant execute on all functions in schema ${schema} to ${role}`;
  }
  // Its tables have row-level security without a policy, so that only their owner sees them.
  const closed = await sql<{ name: string }[]>`select c.relname::text as name from pg_class c
    where c.relnamespace = ${SCHEMA}::regnamespace and c.relrowsecurity
      and not exists (select from pg_policy p where p.polrelid = c.oid)`;
  for (const { name } of closed)
    await sql`create policy queue_all on ${sql(SCHEMA)}.${sql(name)}
      to ${sql('portal_jobs')}, ${sql('portal_definer')} using (true) with check (true)`;
}

/** When a job runs, and what names it: a later one of the same key takes its place. */
export type EnqueueOptions = { at?: Date; key?: string };

/** Puts a job into the queue as part of the transaction: it exists exactly when the change does. */
export async function enqueue<N extends JobName>(
  tx: Tx,
  name: N,
  payload: JobPayloads[N],
  { at, key }: EnqueueOptions = {},
): Promise<void> {
  await tx.execute(sql`select enqueue(${name}, ${JSON.stringify(payload)}::json,
    ${at?.toISOString() ?? null}::timestamptz, ${key ?? null})`);
}
