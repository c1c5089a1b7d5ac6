import { asActor } from '@/db/client';
import { findSupplier, recordOf } from '@/db/suppliers';
import { readOdsCode } from '@/lib/domain/ods';
import { can, type PersonActor } from '@/lib/domain/permissions';
import { type Euo, readEuo } from '@/lib/queries/onboardings/get-euo';

/**
 * An end user organisation of the supplier that an address names, with all that the portal holds of
 * it; of its files only those that were sent for a spot check. For staff, else null.
 */
export async function getSupplierEuo(
  actor: PersonActor,
  named: string,
  code: string,
): Promise<(Euo & { supplier: { name: string; record: string } }) | null> {
  const read = readOdsCode(code);
  if (!can(actor, 'onboarding:oversee') || !read.ok) return null;
  return asActor(actor, async (tx) => {
    const supplier = await findSupplier(tx, named);
    const euo = supplier && (await readEuo(tx, actor, supplier.id, read.code));
    return euo && { ...euo, supplier: { name: supplier.name, record: recordOf(supplier) } };
  });
}
