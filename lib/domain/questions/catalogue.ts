import { declareDataSecurity } from './declare-data-security';
import type { Answers, Question, QuestionId } from './types';

export { SECTION } from './declare-data-security';

/** Goes up with any change of wording; frozen into each declaration. */
export const CATALOGUE_VERSION = '2026-11';

/** Every question, in the order in which they are asked. */
export const QUESTIONS: readonly Question[] = declareDataSecurity;

const byId = new Map<string, Question>(QUESTIONS.map((question) => [question.id, question]));

/** The question with this id, or null: an id from a URL is somebody's typing. */
export const findQuestion = (id: string): Question | null => byId.get(id) ?? null;

/** The question with this id, for ids that the types vouch for. */
export function questionOf(id: QuestionId): Question {
  const found = byId.get(id);
  if (!found) throw new Error(`no question ${id}`);
  return found;
}

/** Questions by number, or by name where the section gives none: 'Q.1, Q.3, ISMS'. */
export const namesOf = (ids: readonly QuestionId[]): string =>
  ids.map((id) => questionOf(id).number ?? questionOf(id).short).join(', ');

/** A question by number and name: 'Q.4 ISMS', or its name where the section gives no number. */
export const fullNameOf = (id: QuestionId): string => {
  const { number, short } = questionOf(id);
  return number ? `${number} ${short}` : short;
};

/** The questions that apply, given the answers so far. */
export const applicableQuestions = (answers: Answers): Question[] =>
  QUESTIONS.filter((question) => question.appliesWhen(answers));
