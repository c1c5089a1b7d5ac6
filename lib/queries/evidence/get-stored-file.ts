import { eq } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { evidenceFiles } from '@/db/schema';
import type { ScanState } from '@/lib/domain/evidence-download';
import { can, type SystemActor } from '@/lib/domain/permissions';

export type StoredFile = { storageKey: string; scan: ScanState; removed: boolean };

/** Where a file's bytes lie, for the system alone; null when there is no such file. */
export async function getStoredFile(
  actor: SystemActor,
  fileId: string,
): Promise<StoredFile | null> {
  if (!can(actor, 'evidence:scan')) return null;
  const [row] = await asActor(actor, (tx) =>
    tx
      .select({
        storageKey: evidenceFiles.storageKey,
        scan: evidenceFiles.scan,
        removedAt: evidenceFiles.removedAt,
      })
      .from(evidenceFiles)
      .where(eq(evidenceFiles.id, fileId)),
  );
  return row
    ? { storageKey: row.storageKey, scan: row.scan, removed: row.removedAt !== null }
    : null;
}
