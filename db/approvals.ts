import { and, desc, eq } from 'drizzle-orm';
import { londonDate } from '@/lib/domain/clock';
import { frozenValues } from '@/lib/domain/freeze';
import type { ApprovalBasis } from '@/lib/domain/product-assurance';
import { registerCode } from '@/lib/domain/register-truth';
import type { Tx } from './client';
import { readShownStatuses } from './registers';
import { approvals, declarations, products } from './schema';

/**
 * What each approval in force of an organisation rests on, by product, of one product if it is named:
 * what was declared, and what the register in use shows of the code that was declared.
 */
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
  const bases = rows.map(({ beganAt, frozen, ...basis }) => {
    const values = frozenValues(frozen.answers);
    return { ...basis, values, beganOn: londonDate(beganAt), code: registerCode(values) ?? '' };
  });
  const shown = await readShownStatuses(
    tx,
    bases.map(({ code }) => code),
  );
  return new Map(
    bases.map(({ productId, code, ...basis }) => [
      productId,
      { ...basis, shown: shown.get(code) ?? null },
    ]),
  );
}
