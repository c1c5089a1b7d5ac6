import { answersOf, readAnswerRows } from '@/db/answers';
import { defineCaseCommand } from '@/lib/commands/define-command';
import { type ThreadInput, threadInputSchema, writeInThread } from '@/lib/commands/write-in-thread';
import { isSupplier } from '@/lib/domain/permissions';
import { applicableQuestions } from '@/lib/domain/questions/catalogue';
import { forbidden } from '@/lib/domain/result';

/**
 * Asks the assessor something about the application or about one question of it; whoever has the case
 * is told. Pressing twice asks once. Problems: `forbidden`, `not_found`, `wrong_status` (nobody
 * assesses it), `conflict` (somebody wrote meanwhile), `invalid` (`text`, 1 to 2000 characters; `questionId`).
 */
export const askInThread = defineCaseCommand<ThreadInput, { reference: string }>({
  name: 'thread.ask',
  permission: 'thread:ask',
  input: threadInputSchema,
  run: async (context) => {
    const { tx, actor, application } = context;
    if (!isSupplier(actor)) return forbidden();
    const readApplicable = async () =>
      applicableQuestions(answersOf(await readAnswerRows(tx, application))).map(({ id }) => id);
    return writeInThread({ context, actor, type: 'thread.asked', readApplicable });
  },
});
