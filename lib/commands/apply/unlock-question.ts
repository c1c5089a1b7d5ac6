import { z } from 'zod';
import { readAnswerRows, readOpenQuestions } from '@/db/answers';
import { targetOf } from '@/db/case';
import { unlockedQuestions } from '@/db/schema';
import { defineCaseCommand } from '@/lib/commands/define-command';
import { opensWith } from '@/lib/domain/open-questions';
import { findQuestion } from '@/lib/domain/questions/catalogue';
import type { Answers, QuestionId } from '@/lib/domain/questions/types';
import { forbidden, notFound, ok, refused, wrongStatus } from '@/lib/domain/result';
import { requiredTextSchema } from '@/lib/domain/text-schema';

const MAX_UNLOCK_REASON = 500;
const inputSchema = z.object({
  reference: z.string(),
  questionId: z.string(),
  reason: requiredTextSchema({ what: 'The reason', max: MAX_UNLOCK_REASON }),
});

/**
 * Opens a question that the request left closed, with a reason that the assessor will read; what
 * must stay consistent with it opens too (domain, what unlocks). Answers what was opened: nothing
 * when it was open already. Problems: `not_found`, `wrong_status` without an open request,
 * `refused` with code 'not_applicable', `invalid` at `reason`.
 */
export const unlockQuestion = defineCaseCommand<
  z.infer<typeof inputSchema>,
  { opened: QuestionId[] }
>({
  name: 'question.unlock',
  permission: 'answer:edit',
  input: inputSchema,
  run: async ({ tx, actor, application, input, now, record }) => {
    if (actor.kind !== 'person') return forbidden();
    const question = findQuestion(input.questionId);
    if (!question) return notFound();
    if (application.status !== 'information_requested') return wrongStatus();
    const { open } = await readOpenQuestions(tx, application);
    if (open.includes(question.id)) return ok({ opened: [] });
    const rows = await readAnswerRows(tx, application);
    const answered: Answers = Object.fromEntries(rows.map((row) => [row.questionId, row.fields]));
    if (!question.appliesWhen(answered))
      return refused('not_applicable', 'This question does not apply, given your other answers.');
    const opened = opensWith(question.id).filter((id) => !open.includes(id));
    await tx.insert(unlockedQuestions).values(
      opened.map((questionId) => ({
        applicationId: application.id,
        round: application.round + 1,
        questionId,
        organisationId: application.organisationId,
        reason: input.reason,
        unlockedBy: actor.personId,
        unlockedAt: now,
      })),
    );
    const contents = { questionIds: opened, reason: input.reason };
    await record({ type: 'question.unlocked', contents, draft: true }, targetOf(application));
    return ok({ opened });
  },
});
