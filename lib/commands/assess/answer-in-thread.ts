import { readLastDeclaration } from '@/db/declarations';
import { defineCaseCommand } from '@/lib/commands/define-command';
import { type ThreadInput, threadInputSchema, writeInThread } from '@/lib/commands/write-in-thread';
import { isStaff } from '@/lib/domain/permissions';
import { forbidden, refused } from '@/lib/domain/result';
import { hasConflict } from './case-guards';

/**
 * Answers a supplier in the thread of its case, or writes to it first. Any assessor may, also one who
 * does not have the case, since its own may be absent. The supplier reads 'the assessor'. Problems:
 * those of asking, and `refused` 'conflict_of_interest'.
 */
export const answerInThread = defineCaseCommand<ThreadInput, { reference: string }>({
  name: 'thread.answer',
  permission: 'thread:answer',
  input: threadInputSchema,
  run: async (context) => {
    const { tx, actor, application } = context;
    if (!isStaff(actor)) return forbidden();
    if (await hasConflict(context))
      return refused(
        'conflict_of_interest',
        'You declared a conflict of interest on this case, so somebody else must answer.',
      );
    const readApplicable = async () => {
      const declared = await readLastDeclaration(tx, application.id);
      return declared?.answers.map(({ questionId }) => questionId) ?? [];
    };
    return writeInThread({ context, actor, type: 'thread.answered', readApplicable });
  },
});
