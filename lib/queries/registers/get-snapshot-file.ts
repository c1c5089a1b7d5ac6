import { eq } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { registerSnapshots } from '@/db/schema';
import { can, type SystemActor } from '@/lib/domain/permissions';
import type { SnapshotState } from '@/lib/domain/register';

/** Where a snapshot's bytes lie, for the system alone; null when there is no such snapshot. */
export async function getSnapshotFile(
  actor: SystemActor,
  id: string,
): Promise<{ storageKey: string; state: SnapshotState } | null> {
  if (!can(actor, 'register:read')) return null;
  const [row] = await asActor(actor, (tx) =>
    tx
      .select({ storageKey: registerSnapshots.storageKey, state: registerSnapshots.state })
      .from(registerSnapshots)
      .where(eq(registerSnapshots.id, id)),
  );
  return row ?? null;
}
