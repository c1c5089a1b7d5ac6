import { and, eq, inArray, sql } from 'drizzle-orm';
import { assureProduct, dropAssurances, holdProduct } from '@/db/assurances';
import { targetOf } from '@/db/case';
import { approvals } from '@/db/schema';
import type { CaseContext } from '@/lib/commands/define-command';
import { APPROVAL_TRANSITIONS } from '@/lib/domain/decision';

const SUPERSEDABLE = APPROVAL_TRANSITIONS.filter(({ to }) => to === 'superseded').map(
  ({ from }) => from,
);

/**
 * Begins the approval that a decision earned. One of the same product that still stands, or lapsed,
 * is superseded, which its own application's history tells. What it rests on is frozen with it.
 */
export async function beginApproval(
  { tx, application, now, record }: CaseContext<unknown>,
  { decisionId, certificateReliedOn }: { decisionId: string; certificateReliedOn: boolean },
): Promise<void> {
  const { id: applicationId, organisationId, productId, reference } = application;
  await holdProduct(tx, productId);
  const earlier = await tx
    .update(approvals)
    .set({ status: 'superseded', statusAt: now, version: sql`${approvals.version} + 1` })
    .where(and(eq(approvals.productId, productId), inArray(approvals.status, SUPERSEDABLE)))
    .returning({ id: approvals.id, applicationId: approvals.applicationId });
  await tx.insert(approvals).values({
    ...{ organisationId, productId, applicationId, decisionId },
    ...{ status: 'in_force', certificateReliedOn, beganAt: now, statusAt: now },
  });
  await dropAssurances(
    tx,
    earlier.map(({ id }) => id),
  );
  await assureProduct(tx, productId);
  for (const approval of earlier)
    await record(
      { type: 'approval.superseded', contents: { by: reference } },
      { kind: 'application', id: approval.applicationId, organisationId },
    );
  const contents = { status: 'in_force', certificateReliedOn };
  await record({ type: 'approval.began', contents }, targetOf(application));
}
