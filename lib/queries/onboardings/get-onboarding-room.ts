import { and, eq } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { readOnboardingEvidence } from '@/db/evidence';
import { onboardings } from '@/db/schema';
import { MOST_BYTES_OF_AN_APPLICATION } from '@/lib/domain/evidence';
import { isId } from '@/lib/domain/ids';
import { can, isSupplier, type PersonActor } from '@/lib/domain/permissions';

/**
 * The bytes that may still be attached to an onboarding, before a file is received for it. Null when
 * it is missing, another's or not of this code, or the reader may not edit (200 MB an onboarding).
 */
export async function getOnboardingRoom(
  actor: PersonActor,
  odsCode: string,
  id: string,
): Promise<number | null> {
  if (!isSupplier(actor) || !can(actor, 'onboarding:edit') || !isId(id)) return null;
  const { organisationId } = actor;
  return asActor(actor, async (tx) => {
    const [row] = await tx
      .select({ id: onboardings.id, odsCode: onboardings.odsCode })
      .from(onboardings)
      .where(and(eq(onboardings.organisationId, organisationId), eq(onboardings.id, id)));
    if (row?.odsCode !== odsCode) return null;
    const files = await readOnboardingEvidence(tx, { id, organisationId });
    return MOST_BYTES_OF_AN_APPLICATION - files.reduce((sum, { size }) => sum + size, 0);
  });
}
