import { keepFields } from './answer-fields';
import { completeness } from './completeness';
import type { PlainDate } from './dates';
import type { FrozenAnswer, FrozenDeclaration } from './declaration';
import { type AnswerValues, judgeDeclared } from './declared-dspt';
import { evidenceBlockers } from './evidence-blockers';
import { type EvidenceFile, freezeEvidence } from './evidence-file';
import { type Guidance, questionUnder } from './guidance';
import { applicableQuestions } from './questions/catalogue';
import { type Answers, QUESTION_IDS, type Question, type QuestionId } from './questions/types';
import type { RegisterAnswer } from './register-truth';
import { invalid, ok, type Result } from './result';
import { declarationStatement } from './statement';

export type FreezeInput = {
  organisation: string;
  product: string;
  /** The signatory's name, as it will stand in the statement. */
  signatory: string;
  answers: Answers;
  /** The version that the application was started under. */
  guidance: Guidance;
  /** Every file of the application that was not removed. */
  evidence: readonly EvidenceFile[];
  unrequested: FrozenDeclaration['unrequested'];
  /** What the register in use says of the organisation; null while none is in use. */
  register: RegisterAnswer | null;
  /** The day of submission in London, 'yyyy-mm-dd'. */
  today: PlainDate;
};

function freezeAnswer(
  { id }: Question,
  { answers, evidence, guidance, today }: FreezeInput,
): FrozenAnswer {
  const question = questionUnder(guidance, id);
  const { number, title, hint, supporting, coveragePoints } = question;
  const fields = keepFields(question, answers[id] ?? {});
  return {
    questionId: id,
    number,
    title,
    hint: [...hint],
    supporting: [...supporting],
    coveragePoints: coveragePoints.map((point) => ({ ...point })),
    fields,
    value: question.schema({ today }).parse(fields),
    evidence: freezeEvidence(evidence, id),
  };
}

/** The answers of a frozen declaration as read, by question. */
export const frozenValues = (answers: readonly FrozenAnswer[]): AnswerValues =>
  Object.fromEntries(answers.map((answer) => [answer.questionId, answer.value]));

/**
 * Freezes finished answers with the wording they answered (domain, the declaration): answers of
 * questions that do not apply stay out, and so do fields that a question does not define. Problems:
 * `invalid` with one entry for each question that is missing or unfinished, and for each file that
 * holds a virus, the question's id as the field.
 */
export function freezeDeclaration(input: FreezeInput): Result<FrozenDeclaration> {
  const { answers, today, organisation, product } = input;
  const { blockers: lacking } = completeness(answers, { today });
  const blockers = [...lacking, ...evidenceBlockers(input.evidence, answers, QUESTION_IDS)];
  if (blockers.length > 0)
    return invalid(...blockers.map(({ questionId, message }) => ({ field: questionId, message })));
  const frozen = applicableQuestions(answers).map((q) => freezeAnswer(q, input));
  const values = frozenValues(frozen);
  const odsCode = values.organisation?.kind === 'organisation' ? values.organisation.odsCode : '';
  const applies = new Set<QuestionId>(frozen.map((answer) => answer.questionId));
  return ok({
    organisation: { name: organisation, odsCode },
    product: { name: product },
    statement: declarationStatement({ name: input.signatory, organisation, odsCode, product }),
    answers: frozen,
    unrequested: input.unrequested.filter((change) => applies.has(change.questionId)),
    snapshot: input.register,
    dspt: { ...judgeDeclared(values, today), on: today },
  });
}
