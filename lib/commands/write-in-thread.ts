import { z } from 'zod';
import { targetOf } from '@/db/case';
import { readFlagged, readThread } from '@/db/thread';
import type { PersonActor } from '@/lib/domain/permissions';
import { QUESTION_IDS, type QuestionId } from '@/lib/domain/questions/types';
import {
  type Failure,
  fail,
  invalid,
  ok,
  type Result,
  refused,
  wrongStatus,
} from '@/lib/domain/result';
import { MAX_DETAILS } from '@/lib/domain/text';
import { requiredTextSchema } from '@/lib/domain/text-schema';
import {
  closedThread,
  hasSentTooMany,
  judgeWriting,
  MOST_A_DAY,
  nameableQuestions,
  type ThreadEvent,
  type ThreadReader,
  threadEntry,
  threadPage,
  type WordEvent,
} from '@/lib/domain/thread';
import type { CaseContext } from './define-command';

/** What both sides fill in. */
export const threadInputSchema = z.object({
  reference: z.string().max(40),
  /** '' for the whole application. */
  questionId: z.string(),
  text: requiredTextSchema({ what: 'Your message', max: MAX_DETAILS }),
  /** The place in the chain of the last entry that the writer saw; 0 for none. */
  seen: z.coerce.number().int().min(0).catch(0),
});
export type ThreadInput = z.infer<typeof threadInputSchema>;

type Deed = {
  context: CaseContext<ThreadInput>;
  actor: PersonActor;
  type: WordEvent;
  /** The questions that apply, as this side knows the answers. */
  readApplicable: () => Promise<QuestionId[]>;
};

/** What somebody else wrote since, for whoever was about to answer something older. */
function writtenMeanwhile(since: readonly ThreadEvent[], reader: ThreadReader): Failure {
  const newest = since.findLast(({ personId }) => personId !== reader.personId);
  const seen = since.at(-1);
  if (!newest || !seen) throw new Error('nobody wrote meanwhile');
  const { by, text, at } = threadEntry(newest, reader);
  const fields = { text: text ?? '' };
  const conflict = { version: seen.sequence, fields, changedBy: by, changedAt: at };
  return fail({ kind: 'conflict', conflict });
}

/**
 * Adds words to a case's thread, which is nothing but events of its chain; answers the case's reference.
 * The same words by the same person since they looked are already there. Problems: `conflict` (somebody
 * else wrote meanwhile; `version` is what was then seen), `wrong_status`, `invalid` (questionId), `refused`
 * ('too_many').
 */
export async function writeInThread(deed: Deed): Promise<Result<{ reference: string }>> {
  const { context, actor, type, readApplicable } = deed;
  const { tx, application, input, record } = context;
  const questionId = QUESTION_IDS.find((id) => id === input.questionId) ?? null;
  const forStaff = actor.organisationId === null;
  const thread = await readThread(tx, application, { forStaff });
  const since = thread.filter(({ sequence }) => sequence > input.seen);
  const writing = { type, personId: actor.personId, questionId, text: input.text };
  const judged = judgeWriting(since, writing);
  const answer = ok({ reference: application.reference });
  if (judged === 'done') return answer;
  if (closedThread(application.status)) return wrongStatus();
  const reader: ThreadReader = { personId: actor.personId, side: forStaff ? 'staff' : 'supplier' };
  const nameable = nameableQuestions({
    applicable: await readApplicable(),
    flagged: await readFlagged(tx, application.id),
    named: threadPage(thread, reader).named,
  });
  if (input.questionId !== '' && (questionId === null || !nameable.includes(questionId)))
    return invalid({
      field: 'questionId',
      message: 'Select a question that applies, or the whole application',
    });
  if (hasSentTooMany(thread, reader, context.now))
    return refused(
      'too_many',
      `You have sent ${MOST_A_DAY} messages about this application within a day. The assessor has them all. Write again tomorrow, or put what is left into your answers.`,
    );
  if (judged === 'changed') return writtenMeanwhile(since, reader);
  const contents = { questionId, text: input.text };
  await record({ type, contents }, targetOf(application));
  return answer;
}
