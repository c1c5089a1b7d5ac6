import { asActor } from '@/db/client';
import { findSupplier, recordOf } from '@/db/suppliers';
import type { OnboardingCursor, OnboardingFilter } from '@/lib/domain/onboarding-filter';
import { can, type PersonActor } from '@/lib/domain/permissions';
import { listOnboardings, type OnboardingList } from '@/lib/queries/onboardings/list-onboardings';

export type SupplierEuos = OnboardingList & { supplier: { name: string; record: string } };

/** The end user organisations of the supplier that an address names; see listOnboardings. For staff. */
export async function listSupplierEuos(
  actor: PersonActor,
  named: string,
  options: { filter: OnboardingFilter; after?: OnboardingCursor | null },
): Promise<SupplierEuos | null> {
  if (!can(actor, 'onboarding:oversee')) return null;
  const found = await asActor(actor, (tx) => findSupplier(tx, named));
  if (!found) return null;
  const list = await listOnboardings(actor, { ...options, organisationId: found.id });
  return list && { ...list, supplier: { name: found.name, record: recordOf(found) } };
}
