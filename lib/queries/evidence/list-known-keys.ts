import { and, inArray, isNull } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { evidenceFiles, onboardingImports, registerSnapshots } from '@/db/schema';
import { can, type SystemActor } from '@/lib/domain/permissions';

/**
 * Which of some keys a file, a register's snapshot or an import still refers to, for the system alone; a file
 * that was removed does not.
 */
export async function listKnownKeys(
  actor: SystemActor,
  keys: readonly string[],
): Promise<Set<string>> {
  if (!can(actor, 'evidence:sweep')) throw new Error('only the system asks this');
  return asActor(actor, async (tx) => {
    const files = await tx
      .select({ key: evidenceFiles.storageKey })
      .from(evidenceFiles)
      .where(and(inArray(evidenceFiles.storageKey, [...keys]), isNull(evidenceFiles.removedAt)));
    const snapshots = await tx
      .select({ key: registerSnapshots.storageKey })
      .from(registerSnapshots)
      .where(inArray(registerSnapshots.storageKey, [...keys]));
    const imports = await tx
      .select({ key: onboardingImports.storageKey })
      .from(onboardingImports)
      .where(inArray(onboardingImports.storageKey, [...keys]));
    return new Set([...files, ...snapshots, ...imports].map(({ key }) => key));
  });
}
