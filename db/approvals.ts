import { and, asc, desc, eq, type SQL } from 'drizzle-orm';
import type { ApprovalFacts } from '@/lib/domain/approval-change';
import { londonDate } from '@/lib/domain/clock';
import { frozenValues } from '@/lib/domain/freeze';
import type { ApprovalBasis } from '@/lib/domain/product-assurance';
import { registerCode } from '@/lib/domain/register-truth';
import type { Tx } from './client';
import { readShownStatuses } from './register-answers';
import { approvals, declarations, organisations, products } from './schema';

/** More approvals than any organisation has in force. */
const MOST_OF_ONE = 1_000;

/** An approval in force, and all that it rests on but for the register. */
export type ReadApproval = ApprovalFacts & {
  approvalId: string;
  applicationId: string;
  organisationId: string;
  productId: string;
  /** What the register is asked by. */
  code: string;
};

/** The approvals in force for which a condition holds, in the order of their ids. */
export async function readApprovalFacts(
  tx: Tx,
  which: SQL | undefined,
  most = MOST_OF_ONE,
): Promise<ReadApproval[]> {
  const rows = await tx
    .selectDistinctOn([approvals.id], {
      approvalId: approvals.id,
      applicationId: approvals.applicationId,
      organisationId: approvals.organisationId,
      productId: approvals.productId,
      beganAt: approvals.beganAt,
      certificateReliedOn: approvals.certificateReliedOn,
      agreementSignedOn: products.agreementSignedOn,
      organisation: organisations.name,
      frozen: declarations.frozen,
      submittedAt: declarations.submittedAt,
    })
    .from(approvals)
    .innerJoin(products, eq(products.id, approvals.productId))
    .innerJoin(organisations, eq(organisations.id, approvals.organisationId))
    .innerJoin(declarations, eq(declarations.applicationId, approvals.applicationId))
    .where(and(eq(approvals.status, 'in_force'), which))
    .orderBy(asc(approvals.id), desc(declarations.chainSequence))
    .limit(most);
  return rows.map(({ beganAt, submittedAt, frozen, ...row }) => {
    const values = frozenValues(frozen.answers);
    const days = { beganOn: londonDate(beganAt), declaredOn: londonDate(submittedAt) };
    return { ...row, ...days, values, code: registerCode(values) ?? '' };
  });
}

/**
 * What each approval in force of an organisation rests on, by product, of one product if it is named:
 * what was declared, and what the register shows of the code that was declared.
 */
export async function readApprovalsInForce(
  tx: Tx,
  organisationId: string,
  productId?: string,
): Promise<Map<string, ApprovalBasis>> {
  const found = await readApprovalFacts(
    tx,
    and(
      eq(approvals.organisationId, organisationId),
      productId ? eq(approvals.productId, productId) : undefined,
    ),
  );
  const shown = await readShownStatuses(
    tx,
    found.map(({ code }) => code),
  );
  return new Map(
    found.map(({ productId, code, ...basis }) => [
      productId,
      { ...basis, shown: shown.get(code) ?? null },
    ]),
  );
}
