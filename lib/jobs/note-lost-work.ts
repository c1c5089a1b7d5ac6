import { recordScan } from '@/lib/commands/evidence/record-scan';
import { refuseImport } from '@/lib/commands/imports/read-import';
import { retellLost } from '@/lib/commands/messages/retell-lost';
import { resumeJudging } from '@/lib/commands/onboardings/resume-judging';
import { refuseSnapshot } from '@/lib/commands/registers/read-snapshot';
import type { SystemActor } from '@/lib/domain/permissions';
import { listLostWork } from '@/lib/queries/jobs/list-lost-work';
import { done } from './done';

const NOT_READ =
  'Something went wrong at every attempt to read the file, so nothing of it was kept. Upload it again';

const NOT_IMPORTED =
  'Something went wrong at every attempt, so nothing of the file was imported. Upload it again';

/**
 * Lets nothing wait for a job that came to its end unseen, as by a worker that died in its last
 * attempt: a file could not be checked, a register or an import is to be uploaded again, an event is
 * told again, judging goes on.
 */
export async function noteLostWork(system: SystemActor): Promise<void> {
  const { fileIds, snapshotIds, runIds, importIds } = await listLostWork(system);
  for (const fileId of fileIds)
    await done(recordScan(system, { fileId, scan: 'failed', signature: null }));
  for (const snapshotId of snapshotIds)
    await done(refuseSnapshot(system, { snapshotId, problem: NOT_READ }));
  for (const runId of runIds) await done(resumeJudging(system, { runId }));
  for (const importId of importIds)
    await done(refuseImport(system, { importId, problem: NOT_IMPORTED }));
  await done(retellLost(system, {}));
}
