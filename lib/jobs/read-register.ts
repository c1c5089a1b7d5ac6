import { NoRegister } from '@/lib/commands/registers/file-reader';
import { readSnapshot, refuseSnapshot } from '@/lib/commands/registers/read-snapshot';
import { brokenProblem } from '@/lib/domain/file-columns';
import type { SystemActor } from '@/lib/domain/permissions';
import { CsvBroken } from '@/lib/ports/csv-records';
import { readCsv } from '@/lib/ports/read-csv';
import { fileStore } from '@/lib/ports/store';
import { getSnapshotFile } from '@/lib/queries/registers/get-snapshot-file';
import { done } from './done';

const system: SystemActor = { kind: 'system', name: 'read-register' };

/** Why a file is no register, for whoever uploaded it; null for what may pass. */
function problemOf(error: unknown): string | null {
  if (error instanceof NoRegister) return error.message;
  if (error instanceof CsvBroken) return brokenProblem(error.line);
  return null;
}

/** Reads a snapshot's file from the store; a store that is away is asked again later. */
export async function readRegister(snapshotId: string): Promise<void> {
  const file = await getSnapshotFile(system, snapshotId);
  if (file?.state !== 'waiting') return;
  const lines = readCsv(() => fileStore().get(file.storageKey));
  try {
    await done(readSnapshot(system, { snapshotId, lines }));
  } catch (error) {
    const problem = problemOf(error);
    if (!problem) throw error;
    await done(refuseSnapshot(system, { snapshotId, problem }));
  }
}
