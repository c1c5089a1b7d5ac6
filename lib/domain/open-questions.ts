import type { Status } from './application';
import { QUESTIONS, questionOf } from './questions/catalogue';
import type { QuestionId } from './questions/types';
import { unlockedBy } from './request';

/** The statuses in which a supplier edits answers. */
export const isEditable = (status: Status): boolean =>
  status === 'draft' || status === 'information_requested';

/**
 * The questions whose answers may be edited now (domain, what unlocks): all in a draft; in a request
 * the flagged ones, what opens with them, and what the supplier opened with a reason; else none.
 */
export function openQuestions(
  status: Status,
  flagged: readonly QuestionId[],
  unlocked: readonly QuestionId[],
): QuestionId[] {
  if (status === 'draft') return QUESTIONS.map(({ id }) => id);
  if (status !== 'information_requested') return [];
  const byRequest = unlockedBy(flagged);
  return QUESTIONS.map(({ id }) => id).filter(
    (id) => byRequest.includes(id) || unlocked.includes(id),
  );
}

/** What opens together with a question, itself included, since those answers must stay consistent. */
export function opensWith(id: QuestionId): QuestionId[] {
  const set = questionOf(id).unlocksWith;
  if (set === null) return [id];
  return QUESTIONS.filter((question) => question.unlocksWith === set).map(
    (question) => question.id,
  );
}
