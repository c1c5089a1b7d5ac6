import { answersOf, readAnswerRows, readOpenQuestions } from '@/db/answers';
import { asActor } from '@/db/client';
import { findOwnApplication } from '@/db/supplier-case';
import { readThread } from '@/db/thread';
import type { PlainDate } from '@/lib/domain/dates';
import { can, isSupplier, type PersonActor } from '@/lib/domain/permissions';
import { applicableQuestions } from '@/lib/domain/questions/catalogue';
import type { QuestionId } from '@/lib/domain/questions/types';
import {
  type ClosedThread,
  closedThread,
  nameableQuestions,
  type ThreadPage,
  threadPage,
} from '@/lib/domain/thread';

export type ThreadView = ThreadPage & {
  reference: string;
  product: string;
  /** Why it takes no words now; null while it does. */
  closed: ClosedThread | null;
  mayWrite: boolean;
  /** Whether an assessor has the case. */
  assigned: boolean;
  /** What a message may be about, the flagged questions first. */
  questions: QuestionId[];
  /** The open request, for whoever needs more time. */
  request: { dueOn: PlainDate; extensionAsked: boolean } | null;
  mayAskTime: boolean;
};

/**
 * What a supplier and the assessor said to each other about one application, oldest first, colleagues
 * by name and staff without one. `before` is a place in the chain. Null when missing, foreign, or
 * asked by staff.
 */
export async function getThread(
  actor: PersonActor,
  reference: string,
  before?: number,
): Promise<ThreadView | null> {
  if (!isSupplier(actor)) return null;
  const read = await asActor(actor, async (tx) => {
    const found = await findOwnApplication(tx, actor.organisationId, reference);
    if (!found) return null;
    return {
      found,
      events: await readThread(tx, found, { forStaff: false, before }),
      rows: await readAnswerRows(tx, found),
      opened: await readOpenQuestions(tx, found),
    };
  });
  if (!read) return null;
  const { found, opened } = read;
  const page = threadPage(read.events, { personId: actor.personId, side: 'supplier' });
  const { request, items } = opened;
  return {
    ...{ reference: found.reference, product: found.product },
    ...page,
    closed: closedThread(found.status),
    mayWrite: can(actor, 'thread:ask'),
    assigned: found.assigneeId !== null,
    questions: nameableQuestions({
      applicable: applicableQuestions(answersOf(read.rows)).map(({ id }) => id),
      flagged: items.map(({ questionId }) => questionId),
      named: page.named,
    }),
    request: request && {
      dueOn: request.dueOn,
      extensionAsked: request.extensionAskedAt !== null,
    },
    mayAskTime: can(actor, 'request:ask-time'),
  };
}
