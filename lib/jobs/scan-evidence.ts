import type { JobAttempt } from '@/db/job-worker';
import { recordScan } from '@/lib/commands/evidence/record-scan';
import type { ScanState } from '@/lib/domain/evidence-download';
import type { SystemActor } from '@/lib/domain/permissions';
import { FileMissing } from '@/lib/ports/file-store';
import { type ScanAnswer, scanner } from '@/lib/ports/scanner';
import { fileStore } from '@/lib/ports/store';
import { getStoredFile } from '@/lib/queries/evidence/get-stored-file';
import { done } from './done';

const system: SystemActor = { kind: 'system', name: 'scan-evidence' };

/** What the scanner says of the stored bytes; those that do not come cannot be vouched for. */
async function ask(storageKey: string): Promise<ScanAnswer> {
  try {
    return await scanner()(await fileStore().get(storageKey));
  } catch (error) {
    if (error instanceof FileMissing) return { state: 'unavailable', why: 'the file is missing' };
    return { state: 'unavailable', why: String(error) };
  }
}

/**
 * Has one file scanned. A scanner that is away, slow or talks nonsense, and a store that is away,
 * leave it in quarantine to be asked again later; after the last try it is marked as not to be checked.
 */
export async function scanEvidence(fileId: string, { attempt, of }: JobAttempt): Promise<void> {
  const file = await getStoredFile(system, fileId);
  if (!file || file.removed || file.scan !== 'waiting') return;
  const answer = await ask(file.storageKey);
  const record = (scan: ScanState, signature: string | null) =>
    done(recordScan(system, { fileId, scan, signature }));
  if (answer.state === 'unavailable') {
    if (attempt >= of) await record('failed', null);
    throw new Error(answer.why);
  }
  await record(answer.state, answer.state === 'infected' ? answer.signature.slice(0, 200) : null);
}

/** Removes the bytes of a file that was removed before any declaration froze it. */
export const purgeEvidence = (storageKey: string): Promise<void> => fileStore().remove(storageKey);
