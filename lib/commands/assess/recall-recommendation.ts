import { z } from 'zod';
import { defineCaseCommand } from '@/lib/commands/define-command';
import { moveApplication } from '@/lib/commands/move-application';
import { ok, wrongStatus } from '@/lib/domain/result';
import { referenceSchema } from './case-guards';
import { readOpenRecommendation, settleRecommendation } from './recommendation';

/**
 * Takes a recommendation back before a second person settled it. Problems: `wrong_status`, `refused`
 * 'guarded' for anybody but the recommender.
 */
export const recallRecommendation = defineCaseCommand({
  name: 'decision.recall',
  permission: 'case:recommend',
  input: z.object({ reference: referenceSchema }),
  run: async (context) => {
    const { tx, application } = context;
    const recommendation = await readOpenRecommendation(tx, application.id);
    if (!recommendation) return wrongStatus();
    const { outcome } = recommendation;
    const event = {
      type: 'decision.recalled',
      contents: { round: application.round, outcome },
    } as const;
    const moved = await moveApplication(context, 'recall', event, {
      guardedMessage: 'Only whoever made the recommendation can recall it.',
    });
    if (!moved.ok) return moved;
    await settleRecommendation(context, recommendation, 'recalled');
    return ok({ outcome });
  },
});
