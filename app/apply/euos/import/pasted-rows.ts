import { text } from 'node:stream/consumers';
import { canMendPasted } from '@/lib/domain/euo-import';
import type { PersonActor } from '@/lib/domain/permissions';
import { FileMissing } from '@/lib/ports/file-store';
import { fileStore } from '@/lib/ports/store';
import { getRefusedFile } from '@/lib/queries/imports/get-import';

/** The rows that were pasted for an import of one's own, to be mended; null where none can be. */
export async function pastedRows(actor: PersonActor, id: string): Promise<string | null> {
  const file = await getRefusedFile(actor, id);
  if (!file || !canMendPasted(file)) return null;
  try {
    return await text(await fileStore().get(file.storageKey));
  } catch (error) {
    if (error instanceof FileMissing) return null;
    throw error;
  }
}
