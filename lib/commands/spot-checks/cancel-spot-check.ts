import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { spotChecks } from '@/db/schema';
import { chainOfSpotCheck, lockSpotCheck } from '@/db/spot-checks';
import { defineCommand } from '@/lib/commands/define-command';
import { forbidden, notFound, ok, refused, wrongStatus } from '@/lib/domain/result';
import { mayCancel } from '@/lib/domain/spot-check';
import { requiredTextSchema } from '@/lib/domain/text-schema';
import { interestProblem } from './interest';

/**
 * Cancels a spot check that was drawn by mistake, with a reason that the supplier reads; it is kept, and
 * counts for nothing. The same once more changes nothing. Problems: `forbidden`; `not_found`; `wrong_status`
 * once it is finished; `invalid` ('reason'); `refused` 'conflict_of_interest', or 'cancelled' already with
 * another reason.
 */
export const cancelSpotCheck = defineCommand({
  name: 'spot-check.cancel',
  permission: 'spot-check:run',
  input: z.object({
    spotCheckId: z.uuid(),
    reason: requiredTextSchema({ what: 'A reason', max: 2000 }),
  }),
  run: async ({ tx, actor, input, now, record }) => {
    if (actor.kind !== 'person') return forbidden();
    const check = await lockSpotCheck(tx, input.spotCheckId);
    if (!check) return notFound();
    const cancelReason = input.reason.trim();
    if (check.state === 'cancelled') {
      if (check.cancelReason === cancelReason) return ok({ id: check.id });
      return refused(
        'cancelled',
        'The spot check was cancelled already, with another reason. Yours is not saved',
      );
    }
    const interest = await interestProblem(tx, actor, check.organisationId);
    if (interest) return interest;
    if (!mayCancel(check.state)) return wrongStatus();
    const by = { cancelledAt: now, cancelledBy: actor.personId };
    await tx
      .update(spotChecks)
      .set({ state: 'cancelled', cancelReason, ...by })
      .where(eq(spotChecks.id, check.id));
    const contents = { number: check.number, reason: cancelReason };
    await record({ type: 'spot_check.cancelled', contents }, chainOfSpotCheck(check));
    return ok({ id: check.id });
  },
});
