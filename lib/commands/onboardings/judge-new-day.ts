import { z } from 'zod';
import { startJudging } from '@/db/judging';
import { defineCommand } from '@/lib/commands/define-command';
import { ok } from '@/lib/domain/result';

/**
 * Has every live approval and onboarding judged again as the day begins: what is planned is judged as
 * at today, and on 1 July an edition runs out (the EUO rules). Answers the run's id.
 */
export const judgeNewDay = defineCommand({
  name: 'onboardings.judge-new-day',
  permission: 'onboarding:judge',
  input: z.object({}),
  run: async ({ tx, now }) => {
    const judging = await startJudging(tx, { cause: 'clock', at: now });
    return ok({ judging });
  },
});
