import { z } from 'zod';
import { defineCaseCommand } from '@/lib/commands/define-command';
import { moveApplication } from '@/lib/commands/move-application';
import { ok } from '@/lib/domain/result';

/**
 * Takes the first submission back to a draft, as long as no review has begun. What was submitted
 * stays in the history. Problems: `forbidden`, `not_found`, `wrong_status`, `refused` 'guarded'.
 */
export const takeBackApplication = defineCaseCommand<{ reference: string }, { reference: string }>({
  name: 'application.take_back',
  permission: 'application:declare',
  input: z.object({ reference: z.string() }),
  run: async (context) => {
    const { application } = context;
    const moved = await moveApplication(
      context,
      'take_back',
      { type: 'application.taken_back', contents: { round: application.round } },
      {
        changes: { submittedAt: null, dueOn: null },
        guardedMessage:
          'You can only take back the first submission. If you no longer want this application, withdraw it.',
      },
    );
    return moved.ok ? ok({ reference: application.reference }) : moved;
  },
});
