import { sql } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { can, type SystemActor } from '@/lib/domain/permissions';

export type LostWork = Record<'fileIds' | 'snapshotIds' | 'runIds' | 'importIds', string[]>;

/**
 * The files that wait to be scanned, the registers and imports that wait to be read or to be done, and
 * the runs of judging that have not ended although no job will see to them, as when a worker died in
 * the last attempt; for the system alone.
 */
export async function listLostWork(actor: SystemActor): Promise<LostWork> {
  if (!can(actor, 'evidence:scan') || !can(actor, 'register:read'))
    throw new Error('only the system asks this');
  return asActor(actor, async (tx) => {
    const files = await tx.execute<{ id: string }>(sql`select id from evidence_files
      where scan = 'waiting' and removed_at is null and id::text not in
        (select payload ->> 'fileId' from jobs_of('scan-evidence') where alive)`);
    const snapshots = await tx.execute<{ id: string }>(sql`select id from register_snapshots
      where state = 'waiting' and id::text not in
        (select payload ->> 'snapshotId' from jobs_of('read-register') where alive)`);
    const runs = await tx.execute<{ id: string }>(sql`select id from judging_runs
      where state <> 'done' and id::text not in
        (select payload ->> 'runId' from jobs_of('judge-onboardings') where alive)`);
    const imports = await tx.execute<{ id: string }>(sql`select id from onboarding_imports
      where state in ('waiting', 'checking') and id::text not in
          (select payload ->> 'importId' from jobs_of('check-import') where alive)
        or state = 'applying' and id::text not in
          (select payload ->> 'importId' from jobs_of('apply-import') where alive)`);
    return {
      runIds: runs.map(({ id }) => id),
      importIds: imports.map(({ id }) => id),
      fileIds: files.map(({ id }) => id),
      snapshotIds: snapshots.map(({ id }) => id),
    };
  });
}
