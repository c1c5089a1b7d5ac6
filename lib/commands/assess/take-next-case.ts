import { and, eq, isNull, notExists, sql } from 'drizzle-orm';
import { z } from 'zod';
import { applications, conflictsOfInterest } from '@/db/schema';
import { dueOrder, listed } from '@/db/schema/queue-order';
import { defineCommand } from '@/lib/commands/define-command';
import { absentProblem, TAKEABLE_STATUSES } from '@/lib/domain/assignment';
import { holds } from '@/lib/domain/permissions';
import { forbidden, ok, type Result } from '@/lib/domain/result';
import { changeAssignee, readCandidate } from './assignment';

/**
 * Gives the actor the unassigned case that is due first among those that wait for an assessor,
 * passing by cases with which they declared a conflict of interest. Two at once never get the same
 * one. Answers its reference, or null when nothing waits. Problem: `refused` 'absent'.
 */
export const takeNextCase = defineCommand({
  name: 'case.take-next',
  permission: 'case:review',
  input: z.object({}),
  run: async ({ tx, actor, today, record }): Promise<Result<{ reference: string | null }>> => {
    if (actor.kind !== 'person') return forbidden();
    const to = await readCandidate(tx, actor.personId, today);
    if (!to?.active || !holds(to.roles, 'case:review')) return forbidden();
    const absent = absentProblem(actor, to);
    if (absent) return absent;
    const [application] = await tx
      .select()
      .from(applications)
      .where(
        and(
          isNull(applications.assigneeId),
          sql`${applications.status} in (${listed(TAKEABLE_STATUSES)})`,
          notExists(
            tx
              .select({ one: sql`1` })
              .from(conflictsOfInterest)
              .where(
                and(
                  eq(conflictsOfInterest.applicationId, applications.id),
                  eq(conflictsOfInterest.personId, actor.personId),
                ),
              ),
          ),
        ),
      )
      .orderBy(dueOrder(applications), applications.id)
      .limit(1)
      .for('update', { skipLocked: true });
    if (!application) return ok({ reference: null });
    await changeAssignee(
      { tx, record, application },
      { to, type: 'application.assigned' },
      {
        taken: true,
      },
    );
    return ok({ reference: application.reference });
  },
});
