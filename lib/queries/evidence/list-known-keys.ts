import { and, inArray, isNull } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { evidenceFiles } from '@/db/schema';
import { can, type SystemActor } from '@/lib/domain/permissions';

/** Which of some keys a file still refers to, for the system alone; one that was removed does not. */
export async function listKnownKeys(
  actor: SystemActor,
  keys: readonly string[],
): Promise<Set<string>> {
  if (!can(actor, 'evidence:sweep')) throw new Error('only the system asks this');
  const rows = await asActor(actor, (tx) =>
    tx
      .select({ key: evidenceFiles.storageKey })
      .from(evidenceFiles)
      .where(and(inArray(evidenceFiles.storageKey, [...keys]), isNull(evidenceFiles.removedAt))),
  );
  return new Set(rows.map(({ key }) => key));
}
