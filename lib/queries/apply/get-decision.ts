import { asc, desc, eq } from 'drizzle-orm';
import { readApprovalsInForce } from '@/db/approvals';
import { asActor } from '@/db/client';
import { conditions, decisions } from '@/db/schema';
import { findOwnApplication } from '@/db/supplier-case';
import type { Status } from '@/lib/domain/application';
import { londonDate } from '@/lib/domain/clock';
import type { PlainDate } from '@/lib/domain/dates';
import type { Outcome } from '@/lib/domain/decision';
import { can, isSupplier, type PersonActor } from '@/lib/domain/permissions';
import { clearanceLine, registerAgainst } from '@/lib/domain/product-assurance';
import type { QuestionId } from '@/lib/domain/questions/types';
import { now } from '@/lib/ports/clock';

export type DecisionView = {
  reference: string;
  product: string;
  status: Status;
  outcome: Outcome;
  reasons: string;
  decidedAt: Date;
  conditions: {
    questionId: QuestionId;
    text: string;
    dueOn: PlainDate;
    metAt: Date | null;
    late: boolean;
  }[];
  clearance: { cleared: boolean; sentence: string };
  /** What the register in use says against it; null where it says nothing against it. */
  against: string | null;
  mayStart: boolean;
};

/**
 * The decision as the supplier reads it, the latest where a review was upheld: outcome, reasons,
 * conditions, until when the product is assured. Null when the application is missing or foreign,
 * or nothing was decided.
 */
export async function getDecision(
  actor: PersonActor,
  reference: string,
): Promise<DecisionView | null> {
  if (!isSupplier(actor)) return null;
  const read = await asActor(actor, async (tx) => {
    const found = await findOwnApplication(tx, actor.organisationId, reference);
    if (!found) return null;
    const [decision] = await tx
      .select({
        id: decisions.id,
        outcome: decisions.outcome,
        reasons: decisions.reasons,
        decidedAt: decisions.decidedAt,
      })
      .from(decisions)
      .where(eq(decisions.applicationId, found.id))
      .orderBy(desc(decisions.decidedAt), desc(decisions.id))
      .limit(1);
    if (!decision) return null;
    const asked = await tx
      .select()
      .from(conditions)
      .where(eq(conditions.decisionId, decision.id))
      .orderBy(asc(conditions.dueOn), asc(conditions.id));
    const approvals = await readApprovalsInForce(tx, actor.organisationId);
    return { found, decision, asked, approvals };
  });
  if (!read) return null;
  const { found, decision, asked, approvals } = read;
  const today = londonDate(now());
  const basis = approvals.get(found.productId) ?? null;
  return {
    ...{ reference: found.reference, product: found.product, status: found.status },
    ...{ outcome: decision.outcome, reasons: decision.reasons, decidedAt: decision.decidedAt },
    conditions: asked.map(({ questionId, text, dueOn, metAt }) => ({
      ...{ questionId, text, dueOn, metAt },
      late: metAt === null && dueOn < today,
    })),
    clearance: clearanceLine(basis, today),
    against: registerAgainst(basis, today),
    mayStart: can(actor, 'application:start'),
  };
}
