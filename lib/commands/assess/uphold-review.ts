import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { readCalendar } from '@/db/calendars';
import { queueForProduct } from '@/db/case';
import { applications, recommendations } from '@/db/schema';
import { readSetting } from '@/db/settings';
import { defineCaseCommand } from '@/lib/commands/define-command';
import { moveApplication } from '@/lib/commands/move-application';
import { OPEN_STATUSES } from '@/lib/domain/application';
import { assessorDueOn } from '@/lib/domain/clock';
import { forbidden, ok, refused } from '@/lib/domain/result';
import { requiredTextSchema } from '@/lib/domain/text-schema';
import { referenceSchema } from './case-guards';

const input = z.object({
  reference: referenceSchema,
  /** The supplier reads it. */
  reason: requiredTextSchema({ what: 'The reason', max: 2000 }),
});

const TOOK_PART =
  'A rejection is opened again by somebody who had no part in it: you reviewed, recommended, sent back or confirmed it.';

/**
 * Opens a rejected application again after a review of the decision, by a manager who had no part in
 * it; it goes to the queue with a new target. Problems: `wrong_status`, `invalid` (reason), `refused`
 * 'guarded', or 'open_application' while another one runs for the product.
 */
export const upholdReview = defineCaseCommand({
  name: 'review.uphold',
  permission: 'decision:reopen',
  input,
  run: async (context) => {
    const { tx, actor, application, input, now } = context;
    if (actor.kind !== 'person') return forbidden();
    const [settled] = await tx
      .select({ id: recommendations.id })
      .from(recommendations)
      .where(
        and(
          eq(recommendations.applicationId, application.id),
          eq(recommendations.settledBy, actor.personId),
        ),
      )
      .limit(1);
    if (settled) return refused('guarded', TOOK_PART);
    await queueForProduct(tx, application.productId);
    const [open] = await tx
      .select({ reference: applications.reference })
      .from(applications)
      .where(
        and(
          eq(applications.productId, application.productId),
          inArray(applications.status, [...OPEN_STATUSES]),
        ),
      );
    if (application.status === 'rejected' && open)
      return refused(
        'open_application',
        `The supplier has started ${open.reference} for this product. Only one can run at a time.`,
      );
    const event = {
      type: 'review.upheld',
      contents: { round: application.round, reason: input.reason },
    } as const;
    const target = await readSetting(tx, 'target_days', now);
    const moved = await moveApplication(context, 'uphold_review', event, {
      changes: { assigneeId: null, dueOn: assessorDueOn(await readCalendar(tx), now, target) },
      guardedMessage: TOOK_PART,
    });
    return moved.ok ? ok({ reference: application.reference }) : moved;
  },
});
