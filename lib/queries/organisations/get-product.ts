import { and, eq } from 'drizzle-orm';
import { readApprovalsInForce } from '@/db/approvals';
import { asActor } from '@/db/client';
import { organisations, products } from '@/db/schema';
import { londonDate } from '@/lib/domain/clock';
import type { PlainDate } from '@/lib/domain/dates';
import { isId } from '@/lib/domain/ids';
import { type Actor, can } from '@/lib/domain/permissions';
import { type ClearanceLine, clearanceLine } from '@/lib/domain/product-assurance';
import { now } from '@/lib/ports/clock';

export type ProductDetails = {
  id: string;
  name: string;
  /** The supplier's name. */
  organisation: string;
  agreementSignedOn: PlainDate | null;
  /** Its first day anywhere, where it is known. */
  availableFrom: PlainDate | null;
  version: number;
  /** Until when it is assured, with the cause (domain, assured until). */
  clearance: ClearanceLine;
};

/** One product of a supplier, for managers; null when missing, another's or not permitted. */
export async function getProduct(
  actor: Actor,
  organisationId: string,
  id: string,
): Promise<ProductDetails | null> {
  if (!can(actor, 'organisation:manage') || ![organisationId, id].every((each) => isId(each)))
    return null;
  const read = await asActor(actor, async (tx) => {
    const [row] = await tx
      .select({
        id: products.id,
        name: products.name,
        organisation: organisations.name,
        agreementSignedOn: products.agreementSignedOn,
        availableFrom: products.availableFrom,
        version: products.version,
      })
      .from(products)
      .innerJoin(organisations, eq(organisations.id, products.organisationId))
      .where(and(eq(products.id, id), eq(products.organisationId, organisationId)));
    const approvals = await readApprovalsInForce(tx, organisationId, id);
    return row && { row, approval: approvals.get(row.id) ?? null };
  });
  if (!read) return null;
  const { row, approval } = read;
  return { ...row, clearance: clearanceLine(approval, londonDate(now()), 'the') };
}
