import { QUESTIONS } from './questions/catalogue';
import type {
  AnswerContext,
  AnswerFields,
  Answers,
  AnswerValue,
  Question,
  QuestionId,
} from './questions/types';
import type { FieldProblem } from './result';
import { isBlank, lowerFirst } from './text';

export type ProgressState = 'not_applicable' | 'not_started' | 'in_progress' | 'completed';
/** How far one question has got; `problems` say what an answer that was begun still lacks. */
export type QuestionProgress = {
  id: QuestionId;
  state: ProgressState;
  problems: readonly FieldProblem[];
};
/** What keeps the application from being submitted, in words, and where it is mended. */
export type Blocker = {
  questionId: QuestionId;
  message: string;
  /** Where it is mended among the question's files, rather than in its answer. */
  at?: 'files';
};
export type Completeness = {
  questions: readonly QuestionProgress[];
  completed: number;
  applicable: number;
  blockers: readonly Blocker[];
  canSubmit: boolean;
};

/** True when nothing visible was typed and nothing chosen. */
export function isUntouched(fields: AnswerFields | undefined): boolean {
  return Object.values(fields ?? {}).every((value) =>
    Array.isArray(value) ? value.length === 0 : isBlank(value),
  );
}

/** 'Q.3, EUO process', or 'organisation details' for what the section does not number. */
export const questionName = (question: Question): string =>
  question.number ? `${question.number}, ${question.short}` : lowerFirst(question.short);

/** What one answer still lacks, the first problem of each field; none when it is finished. */
export function answerProblems(
  question: Question,
  fields: AnswerFields,
  context: AnswerContext,
): FieldProblem[] {
  const read = question.schema(context).safeParse(fields);
  const problems = new Map<string, FieldProblem>();
  for (const issue of read.error?.issues ?? []) {
    const field = issue.path.map(String).join('-');
    if (!problems.has(field)) problems.set(field, { field, message: issue.message });
  }
  return [...problems.values()];
}

/**
 * Every finished answer as read. Also that of a question which does not apply, so that it can be
 * warned about; freezing takes only the questions that apply.
 */
export function readAnswers(
  answers: Answers,
  context: AnswerContext,
): Partial<Record<QuestionId, AnswerValue>> {
  const values: Partial<Record<QuestionId, AnswerValue>> = {};
  for (const question of QUESTIONS) {
    const read = question.schema(context).safeParse(answers[question.id] ?? {});
    if (read.success) values[question.id] = read.data;
  }
  return values;
}

function progressOf(question: Question, answers: Answers, context: AnswerContext) {
  const fields = answers[question.id];
  const at = (state: ProgressState, problems: FieldProblem[] = []): QuestionProgress => ({
    id: question.id,
    state,
    problems,
  });
  if (!question.appliesWhen(answers)) return at('not_applicable');
  if (fields === undefined || isUntouched(fields)) return at('not_started');
  const problems = answerProblems(question, fields, context);
  return problems.length > 0 ? at('in_progress', problems) : at('completed');
}

function blockerOf(question: Question, progress: QuestionProgress): Blocker[] {
  const name = questionName(question);
  if (progress.state === 'not_started')
    return [{ questionId: question.id, message: `Answer ${name}` }];
  if (progress.state !== 'in_progress') return [];
  const lacks = progress.problems.map((problem) => lowerFirst(problem.message)).join('; ');
  return [{ questionId: question.id, message: `Finish ${name}: ${lacks}` }];
}

/**
 * How far an application has got: each question's state, what blocks submission, and whether it can
 * be submitted at all (domain, the questions). `context.today` is the day in London. Answers to
 * questions that do not apply are ignored, finished or not.
 */
export function completeness(answers: Answers, context: AnswerContext): Completeness {
  const questions = QUESTIONS.map((question) => progressOf(question, answers, context));
  const blockers = QUESTIONS.flatMap((question, index) => {
    const progress = questions[index];
    return progress ? blockerOf(question, progress) : [];
  });
  const applicable = questions.filter(({ state }) => state !== 'not_applicable').length;
  const completed = questions.filter(({ state }) => state === 'completed').length;
  return { questions, completed, applicable, blockers, canSubmit: blockers.length === 0 };
}
