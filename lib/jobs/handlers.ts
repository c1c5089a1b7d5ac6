import type { JobHandlers } from '@/db/job-worker';
import { expireRequests } from '@/lib/commands/assess/expire-requests';
import type { JobName } from '@/lib/domain/jobs';
import type { SystemActor } from '@/lib/domain/permissions';
import type { Result } from '@/lib/domain/result';
import { purgeEvidence, scanEvidence } from './scan-evidence';

const system = (name: JobName): SystemActor => ({ kind: 'system', name });

/** A job that was refused failed: it is tried again, and shows in the queue. */
async function done<T>(answer: Promise<Result<T>>): Promise<void> {
  const result = await answer;
  if (!result.ok) throw new Error(`refused: ${result.problem.kind}`);
}

/** What each job does: one command, as the system. */
export const HANDLERS: JobHandlers = {
  'scan-evidence': ({ fileId }, attempt) => scanEvidence(fileId, attempt),
  'purge-evidence': ({ storageKey }) => purgeEvidence(storageKey),
  'expire-requests': () => done(expireRequests(system('expire-requests'))),
};
