import { and, eq } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { spotChecks } from '@/db/schema';
import { findSupplier } from '@/db/suppliers';
import { isId } from '@/lib/domain/ids';
import { type Actor, can } from '@/lib/domain/permissions';

/** The file of what a spot check was drawn from, as it was hashed; null as for getSpotCheck. */
export async function getFrame(
  actor: Actor,
  named: string,
  id: string,
): Promise<{ number: number; text: string } | null> {
  if (!can(actor, 'onboarding:oversee') || !isId(id)) return null;
  return asActor(actor, async (tx) => {
    const supplier = await findSupplier(tx, named);
    if (!supplier) return null;
    const [row] = await tx
      .select({ number: spotChecks.number, text: spotChecks.frameText })
      .from(spotChecks)
      .where(and(eq(spotChecks.id, id), eq(spotChecks.organisationId, supplier.id)));
    return row ?? null;
  });
}
