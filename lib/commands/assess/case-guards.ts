import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { LockedApplication } from '@/db/case';
import type { Tx } from '@/db/client';
import { conflictsOfInterest } from '@/db/schema';
import type { Status } from '@/lib/domain/application';
import type { Actor } from '@/lib/domain/permissions';
import { type Failure, fail, refused, wrongStatus } from '@/lib/domain/result';

/** A reference as it comes out of an address or a form; the database says whether it exists. */
export const referenceSchema = z.string().max(40);
/** The mark of the case's state that a preview was made of: see caseMark. */
export const markSchema = z.string().max(40);

type Case = { tx: Tx; actor: Actor; application: LockedApplication };

/** Whether the actor declared a conflict of interest on the case. */
export async function hasConflict({ tx, actor, application }: Case): Promise<boolean> {
  if (actor.kind !== 'person') return false;
  const [declared] = await tx
    .select({ by: conflictsOfInterest.personId })
    .from(conflictsOfInterest)
    .where(
      and(
        eq(conflictsOfInterest.applicationId, application.id),
        eq(conflictsOfInterest.personId, actor.personId),
      ),
    );
  return declared !== undefined;
}

/**
 * Null when the actor is the case's assessor, without a conflict of interest, and the case is in one
 * of the statuses. Problems: `wrong_status`; `refused` 'not_assignee', 'conflict_of_interest'.
 */
export async function assigneeProblem(
  { tx, actor, application }: Case,
  statuses: readonly Status[],
): Promise<Failure | null> {
  if (!statuses.includes(application.status)) return wrongStatus();
  if (actor.kind !== 'person' || actor.personId !== application.assigneeId)
    return refused(
      'not_assignee',
      'This case is not assigned to you. Assign it to yourself first, then try again.',
    );
  return (await hasConflict({ tx, actor, application }))
    ? refused(
        'conflict_of_interest',
        'You declared a conflict of interest on this case. Put it back so that somebody else can take it.',
      )
    : null;
}

/** The conflict of somebody whose page shows an older state of the case than the database holds. */
export const caseChanged = (mark: string): Failure =>
  fail({
    kind: 'conflict',
    conflict: {
      version: Number(mark.split('.')[0]),
      fields: { version: mark },
      changedBy: null,
      changedAt: null,
    },
  });

/** Said to somebody who may confirm decisions, but not this one. */
export const NOT_SECOND_PERSON =
  'This needs somebody who took no part: you reviewed a question, made the recommendation or declared a conflict of interest.';
