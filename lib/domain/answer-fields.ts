import { many, one } from './questions/inputs';
import type { AnswerFields, Question } from './questions/types';

/** Whether a question asks for a field of this name, as Q.4 does for a certificate. */
export const hasField = (question: Question, name: string): boolean =>
  question.fields.some((field) => field.name === name);

type Typed = Record<string, string | string[] | undefined>;

/**
 * Only the fields that the question has, each present and normalised: a field that came twice counts
 * once, ticks that are no coverage point of the question are dropped, and so is every other name.
 */
export function keepFields(question: Question, typed: Typed): AnswerFields {
  const points = question.coveragePoints.map((point) => point.id);
  return Object.fromEntries(
    question.fields.map((field) => [
      field.name,
      field.many
        ? points.filter((id) => many(typed, field.name).includes(id))
        : one(typed, field.name),
    ]),
  );
}

/** Whether two answers to one question say the same, word for word, whatever was tickable then. */
export function sameFields(question: Question, a: AnswerFields, b: AnswerFields): boolean {
  return question.fields.every((field) =>
    field.many
      ? many(a, field.name).sort().join() === many(b, field.name).sort().join()
      : one(a, field.name) === one(b, field.name),
  );
}
