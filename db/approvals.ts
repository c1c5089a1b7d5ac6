import { and, desc, eq } from 'drizzle-orm';
import { londonDate } from '@/lib/domain/clock';
import { frozenValues } from '@/lib/domain/freeze';
import type { ApprovalBasis } from '@/lib/domain/product-assurance';
import type { Tx } from './client';
import { approvals, declarations, products } from './schema';

/** What each approval in force of an organisation rests on, by product; of one product if it is named. */
export async function readApprovalsInForce(
  tx: Tx,
  organisationId: string,
  productId?: string,
): Promise<Map<string, ApprovalBasis>> {
  const rows = await tx
    .selectDistinctOn([approvals.id], {
      productId: approvals.productId,
      beganAt: approvals.beganAt,
      certificateReliedOn: approvals.certificateReliedOn,
      agreementSignedOn: products.agreementSignedOn,
      frozen: declarations.frozen,
    })
    .from(approvals)
    .innerJoin(products, eq(products.id, approvals.productId))
    .innerJoin(declarations, eq(declarations.applicationId, approvals.applicationId))
    .where(
      and(
        eq(approvals.organisationId, organisationId),
        eq(approvals.status, 'in_force'),
        productId ? eq(approvals.productId, productId) : undefined,
      ),
    )
    .orderBy(approvals.id, desc(declarations.chainSequence));
  return new Map(
    rows.map(({ productId, beganAt, frozen, ...basis }) => [
      productId,
      { ...basis, values: frozenValues(frozen.answers), beganOn: londonDate(beganAt) },
    ]),
  );
}
