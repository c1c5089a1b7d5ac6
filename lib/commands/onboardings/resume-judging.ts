import { z } from 'zod';
import { enqueue } from '@/db/job-queue';
import { defineCommand } from '@/lib/commands/define-command';
import { ok } from '@/lib/domain/result';

/** Gives a run of judging a job again, which goes on where the last one ended unseen. */
export const resumeJudging = defineCommand({
  name: 'onboardings.resume-judging',
  permission: 'onboarding:judge',
  input: z.object({ runId: z.uuid() }),
  run: async ({ tx, input }) => {
    await enqueue(tx, 'judge-onboardings', input, { key: `judging:${input.runId}` });
    return ok(null);
  },
});
