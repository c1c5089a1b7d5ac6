import type { PlainDate } from './dates';
import type { AnswerValues } from './declared-dspt';
import { applicableQuestions } from './questions/catalogue';
import type { Answers } from './questions/types';

/** Answers as typed, read by their questions; what is unfinished or does not apply is left out. */
export function readValues(answers: Answers, today: PlainDate): AnswerValues {
  const read = applicableQuestions(answers).flatMap((question) => {
    const value = question.schema({ today }).safeParse(answers[question.id] ?? {});
    return value.success ? [[question.id, value.data] as const] : [];
  });
  return Object.fromEntries(read);
}
