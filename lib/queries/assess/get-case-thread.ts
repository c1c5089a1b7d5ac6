import { and, eq } from 'drizzle-orm';
import { COULD_BE_A_REFERENCE, readOpenRequest } from '@/db/case';
import { asActor, type Tx } from '@/db/client';
import { readLastDeclaration } from '@/db/declarations';
import { applications, conflictsOfInterest, organisations, products } from '@/db/schema';
import { readFlagged, readThread } from '@/db/thread';
import { ASSIGNABLE_STATUSES } from '@/lib/domain/assignment';
import { can, type PersonActor } from '@/lib/domain/permissions';
import type { QuestionId } from '@/lib/domain/questions/types';
import {
  type ClosedThread,
  closedThread,
  nameableQuestions,
  type ThreadPage,
  threadPage,
} from '@/lib/domain/thread';

export type CaseThreadView = ThreadPage & {
  reference: string;
  supplier: string;
  product: string;
  /** Why it takes no words now; null while it does. */
  closed: ClosedThread | null;
  mayAnswer: boolean;
  hasConflict: boolean;
  /** Whether the reader may give the case to somebody who can answer. */
  mayReassign: boolean;
  isAssignee: boolean;
  /** What a message may be about, the flagged questions first. */
  questions: QuestionId[];
  /** Whether the supplier waits for more time for the open request. */
  timeAsked: boolean;
};

async function findCase(tx: Tx, reference: string, personId: string) {
  if (!COULD_BE_A_REFERENCE.test(reference)) return null;
  const [row] = await tx
    .select({
      id: applications.id,
      organisationId: applications.organisationId,
      reference: applications.reference,
      supplier: organisations.name,
      product: products.name,
      status: applications.status,
      assigneeId: applications.assigneeId,
      conflictOf: conflictsOfInterest.personId,
    })
    .from(applications)
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .innerJoin(products, eq(products.id, applications.productId))
    .leftJoin(
      conflictsOfInterest,
      and(
        eq(conflictsOfInterest.applicationId, applications.id),
        eq(conflictsOfInterest.personId, personId),
      ),
    )
    .where(eq(applications.reference, reference));
  return row ?? null;
}

/**
 * What a supplier and the assessor said to each other about one case, oldest first, everybody by
 * name. `before` is a place in the chain. Null when the reference is unknown, and for suppliers.
 */
export async function getCaseThread(
  actor: PersonActor,
  reference: string,
  before?: number,
): Promise<CaseThreadView | null> {
  if (!can(actor, 'case:view')) return null;
  const read = await asActor(actor, async (tx) => {
    const found = await findCase(tx, reference, actor.personId);
    if (!found) return null;
    return {
      found,
      events: await readThread(tx, found, { forStaff: true, before }),
      declared: await readLastDeclaration(tx, found.id),
      flagged: await readFlagged(tx, found.id),
      request: await readOpenRequest(tx, found.id),
    };
  });
  if (!read) return null;
  const { found, request } = read;
  const page = threadPage(read.events, { personId: actor.personId, side: 'staff' });
  const hasConflict = found.conflictOf !== null;
  return {
    ...{ reference: found.reference, supplier: found.supplier, product: found.product },
    ...page,
    closed: closedThread(found.status),
    mayAnswer: can(actor, 'thread:answer') && !hasConflict,
    hasConflict,
    mayReassign: can(actor, 'case:reassign') && ASSIGNABLE_STATUSES.includes(found.status),
    isAssignee: found.assigneeId === actor.personId,
    questions: nameableQuestions({
      applicable: read.declared?.answers.map(({ questionId }) => questionId) ?? [],
      flagged: read.flagged,
      named: page.named,
    }),
    timeAsked: request !== null && request.extensionAskedAt !== null,
  };
}
