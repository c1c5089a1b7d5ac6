import { applyImport } from '@/lib/commands/imports/apply-import';
import { checkImportFile } from '@/lib/commands/imports/check-import-file';
import { keepGivenCells } from '@/lib/commands/imports/keep-given-cells';
import type { SystemActor } from '@/lib/domain/permissions';
import { readCsvPieces } from '@/lib/ports/read-csv';
import { fileStore } from '@/lib/ports/store';
import { getImportFile } from '@/lib/queries/imports/get-import-file';
import { done } from './done';

const checking: SystemActor = { kind: 'system', name: 'check-import' };
const applying: SystemActor = { kind: 'system', name: 'apply-import' };

const fileAt = (importId: string, storageKey: string) => ({
  importId,
  read: () => readCsvPieces(() => fileStore().get(storageKey)),
});

/** Reads an import's file and works out what it would do; a store that is away is asked again later. */
export async function checkImport(importId: string): Promise<void> {
  const storageKey = await getImportFile(checking, importId);
  if (storageKey) await checkImportFile(checking, fileAt(importId, storageKey));
}

/** Does a confirmed import, and keeps what the rows say that are refused since its preview. */
export async function doImport(importId: string): Promise<void> {
  await done(applyImport(applying, { importId }));
  const storageKey = await getImportFile(applying, importId);
  if (storageKey) await keepGivenCells(applying, fileAt(importId, storageKey));
}
