import type { FrozenDeclaration } from '@/lib/domain/declaration';
import { applicableQuestions } from '@/lib/domain/questions/catalogue';
import type { QuestionId } from '@/lib/domain/questions/types';
import { finishedAnswers } from './answers';

export type AnswerChanges = Partial<Record<QuestionId, Record<string, string | string[]>>>;
type Frozen = Pick<FrozenDeclaration, 'answers' | 'unrequested'>;

/** The answers of a careful supplier as a declaration holds them, with changes on top, for rules. */
export function frozenWith(
  changes: AnswerChanges = {},
  unrequested: FrozenDeclaration['unrequested'] = [],
): Frozen {
  const answers = finishedAnswers(changes);
  return {
    unrequested,
    answers: applicableQuestions(answers).map((question) => {
      const fields = answers[question.id] ?? {};
      const { id, number, title, hint, supporting, coveragePoints } = question;
      const value = question.schema({ today: '2100-12-31' }).parse(fields);
      return { questionId: id, number, title, hint, supporting, coveragePoints, fields, value };
    }),
  };
}
