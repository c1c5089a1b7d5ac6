import { asActor } from '@/db/client';
import { compareSupplierFigures } from '@/db/supplier-figures';
import { type Actor, can } from '@/lib/domain/permissions';

/**
 * Counts the ledger and the spot checks of every supplier again, and answers in words whose kept
 * figures do not agree: nobody's, where all are right. One that waits to be counted is left out.
 */
export async function verifySupplierFigures(actor: Actor): Promise<string[]> {
  if (!can(actor, 'figures:view') && !can(actor, 'figures:count')) return ['not permitted'];
  const differing = await asActor(actor, compareSupplierFigures);
  return differing.map((id) => `Supplier ${id}: its figures are not those of its ledger`);
}
