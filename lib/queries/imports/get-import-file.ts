import { eq } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { onboardingImports } from '@/db/schema';
import { can, type SystemActor } from '@/lib/domain/permissions';

/** Where an import's bytes lie, for the system alone; null when there is no such import. */
export async function getImportFile(actor: SystemActor, id: string): Promise<string | null> {
  if (!can(actor, 'onboarding:import')) return null;
  const [row] = await asActor(actor, (tx) =>
    tx
      .select({ storageKey: onboardingImports.storageKey })
      .from(onboardingImports)
      .where(eq(onboardingImports.id, id)),
  );
  return row?.storageKey ?? null;
}
