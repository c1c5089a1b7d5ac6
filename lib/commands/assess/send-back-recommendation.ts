import { z } from 'zod';
import { defineCaseCommand } from '@/lib/commands/define-command';
import { moveApplication } from '@/lib/commands/move-application';
import { ok, wrongStatus } from '@/lib/domain/result';
import { requiredTextSchema } from '@/lib/domain/text-schema';
import { NOT_SECOND_PERSON, referenceSchema } from './case-guards';
import { readOpenRecommendation, settleRecommendation } from './recommendation';

const input = z.object({
  reference: referenceSchema,
  /** The assessor reads it; the supplier never does. */
  note: requiredTextSchema({ what: 'A note to the assessor', max: 2000 }),
});

/**
 * Gives a recommendation back to the assessor with a note instead of confirming it. Problems:
 * `wrong_status`, `invalid` (note), `refused` 'guarded' for somebody who took part.
 */
export const sendBackRecommendation = defineCaseCommand({
  name: 'decision.send-back',
  permission: 'decision:confirm',
  input,
  run: async (context) => {
    const { tx, application, input } = context;
    const recommendation = await readOpenRecommendation(tx, application.id);
    if (!recommendation) return wrongStatus();
    const { outcome } = recommendation;
    const contents = { round: application.round, outcome, note: input.note };
    const event = { type: 'decision.sent_back', contents } as const;
    const moved = await moveApplication(context, 'send_back', event, {
      guardedMessage: NOT_SECOND_PERSON,
    });
    if (!moved.ok) return moved;
    await settleRecommendation(context, recommendation, 'sent_back', input.note);
    return ok({ outcome });
  },
});
