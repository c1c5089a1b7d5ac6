import { checkImportFile } from '@/lib/commands/imports/check-import-file';
import type { SystemActor } from '@/lib/domain/permissions';
import { readCsvPieces } from '@/lib/ports/read-csv';
import { fileStore } from '@/lib/ports/store';
import { getImportFile } from '@/lib/queries/imports/get-import-file';

const system: SystemActor = { kind: 'system', name: 'check-import' };

/** Reads an import's file and works out what it would do; a store that is away is asked again later. */
export async function checkImport(importId: string): Promise<void> {
  const storageKey = await getImportFile(system, importId);
  if (!storageKey) return;
  const pieces = readCsvPieces(() => fileStore().get(storageKey));
  await checkImportFile(system, { importId, pieces });
}
