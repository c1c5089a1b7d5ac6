import { and, desc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { targetOf } from '@/db/case';
import { conditions, decisions } from '@/db/schema';
import { defineCaseCommand } from '@/lib/commands/define-command';
import { moveApplication } from '@/lib/commands/move-application';
import { notFound, ok, refused, wrongStatus } from '@/lib/domain/result';
import { referenceSchema } from './case-guards';

const input = z.object({ reference: referenceSchema, conditionId: z.uuid() });

/**
 * Records that the supplier has met one condition of the approval; with the last one the
 * application is approved. Problems: `wrong_status`, `not_found` for a condition of something else,
 * `refused` 'already_met'.
 */
export const meetCondition = defineCaseCommand({
  name: 'condition.meet',
  permission: 'condition:meet',
  input,
  run: async (context) => {
    const { tx, application, input, now, record } = context;
    if (application.status !== 'approved_with_conditions') return wrongStatus();
    const [decision] = await tx
      .select({ id: decisions.id })
      .from(decisions)
      .where(eq(decisions.applicationId, application.id))
      .orderBy(desc(decisions.decidedAt), desc(decisions.id))
      .limit(1);
    if (!decision) return wrongStatus();
    const asked = await tx.select().from(conditions).where(eq(conditions.decisionId, decision.id));
    const condition = asked.find(({ id }) => id === input.conditionId);
    if (!condition) return notFound();
    const met = await tx
      .update(conditions)
      .set({ metAt: now })
      .where(and(eq(conditions.id, condition.id), isNull(conditions.metAt)))
      .returning({ id: conditions.id });
    if (met.length === 0) return refused('already_met', 'This condition was recorded as met.');
    const { questionId, text } = condition;
    const left = asked.filter(({ id, metAt }) => id !== condition.id && metAt === null).length;
    const event = { type: 'condition.met', contents: { questionId, text, left } } as const;
    if (left > 0) {
      await record(event, targetOf(application));
      return ok({ left });
    }
    const moved = await moveApplication(context, 'meet_conditions', event);
    return moved.ok ? ok({ left }) : moved;
  },
});
