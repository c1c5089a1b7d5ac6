import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type AnswerRow, readAnswerRows, readOpenQuestions } from '@/db/answers';
import { targetOf } from '@/db/case';
import { readGuidance } from '@/db/guidance';
import { answers } from '@/db/schema';
import { type CaseContext, defineCaseCommand } from '@/lib/commands/define-command';
import { keepFields, sameFields } from '@/lib/domain/answer-fields';
import { answerProblems, isUntouched } from '@/lib/domain/completeness';
import { problemsOfIssues } from '@/lib/domain/form-state';
import { questionUnder } from '@/lib/domain/guidance';
import { findQuestion, QUESTIONS } from '@/lib/domain/questions/catalogue';
import { draftFieldsSchema } from '@/lib/domain/questions/inputs';
import type { AnswerFields, Answers, Question, QuestionId } from '@/lib/domain/questions/types';
import {
  type Failure,
  fail,
  forbidden,
  invalid,
  notFound,
  ok,
  refused,
  wrongStatus,
} from '@/lib/domain/result';

const SAVE_MODES = ['continue', 'later', 'autosave'] as const;
const inputSchema = z.object({
  reference: z.string(),
  questionId: z.string(),
  fields: z.record(z.string(), z.union([z.string(), z.array(z.string())]).optional()),
  version: z.number().int().min(0),
  mode: z.enum(SAVE_MODES),
});
type Input = z.infer<typeof inputSchema>;
/** `next` is where 'Save and continue' leads: the next open question that applies, if any. */
export type SavedAnswer = { version: number; savedAt: Date; next: QuestionId | null };

/** What stands now; a version that never was is a conflict with nothing. */
const conflictWith = (row: AnswerRow | undefined): Failure =>
  fail({
    kind: 'conflict',
    conflict: {
      version: row?.version ?? 0,
      fields: row?.fields ?? {},
      changedBy: row?.savedBy ?? null,
      changedAt: row?.savedAt ?? null,
    },
  });

/** Puts the words into the row that the form was made from; false when it is no longer there. */
async function store(
  context: CaseContext<Input>,
  question: Question,
  fields: AnswerFields,
): Promise<boolean> {
  const { tx, actor, application, input, now } = context;
  if (actor.kind !== 'person') return false;
  const recorded = input.mode === 'autosave' ? {} : { recorded: fields };
  const values = { fields, savedBy: actor.personId, savedAt: now, ...recorded };
  const key = { applicationId: application.id, questionId: question.id };
  if (input.version === 0) {
    const own = { ...key, organisationId: application.organisationId };
    const made = await tx
      .insert(answers)
      .values({ ...own, ...values })
      .onConflictDoNothing()
      .returning({ version: answers.version });
    return made.length > 0;
  }
  const moved = await tx
    .update(answers)
    .set({ ...values, version: sql`${answers.version} + 1` })
    .where(
      and(
        eq(answers.organisationId, application.organisationId),
        eq(answers.applicationId, application.id),
        eq(answers.questionId, question.id),
        eq(answers.version, input.version),
      ),
    )
    .returning({ version: answers.version });
  return moved.length > 0;
}

/** An event also keeps what a colleague had typed and nothing has told yet, since it is replaced. */
async function tell(context: CaseContext<Input>, question: Question, row: AnswerRow | undefined) {
  const { actor, application, input, record } = context;
  if (input.mode === 'autosave') return;
  const after = keepFields(question, input.fields);
  const before = row?.recorded ?? null;
  const theirs = actor.kind === 'person' && row && row.savedById !== actor.personId;
  const untold = theirs && !(before && sameFields(question, before, row.fields));
  const replaced = untold && !sameFields(question, row.fields, after) ? row.fields : undefined;
  const contents = { questionId: question.id, before, after, ...(replaced && { replaced }) };
  await record({ type: 'answer.saved', contents, draft: true }, targetOf(application));
}

/** What autosaves left unsaid is told by the next deliberate save of the same words. */
async function tellAutosaved(context: CaseContext<Input>, question: Question, row: AnswerRow) {
  const { tx, application, input } = context;
  if (input.mode === 'autosave') return;
  if (row.recorded && sameFields(question, row.recorded, row.fields)) return;
  await tx
    .update(answers)
    .set({ recorded: row.fields })
    .where(
      and(
        eq(answers.organisationId, application.organisationId),
        eq(answers.applicationId, application.id),
        eq(answers.questionId, question.id),
      ),
    );
  await tell(context, question, row);
}

function nextAfter(question: Question, answered: Answers, open: readonly QuestionId[]) {
  const place = QUESTIONS.findIndex(({ id }) => id === question.id);
  const later = QUESTIONS.slice(place + 1);
  return (
    later.find(({ id, appliesWhen }) => open.includes(id) && appliesWhen(answered))?.id ?? null
  );
}

/**
 * Saves one answer as typed. 'continue' first reads it as finished, 'later' and 'autosave' keep what
 * a draft may hold; autosave writes no event. `version` is the one the form was made from, 0 before
 * the first save. Problems: `not_found` (application or question), `wrong_status` (also a question
 * that the request left closed), `refused` with code 'not_applicable', `invalid` by field, and
 * `conflict` with the words that stand now. Saving identical words changes nothing.
 */
export const saveAnswer = defineCaseCommand<Input, SavedAnswer>({
  name: 'answer.save',
  permission: 'answer:edit',
  input: inputSchema,
  run: async (context) => {
    const { tx, actor, application, input, now, today } = context;
    if (actor.kind !== 'person') return forbidden();
    const asked = findQuestion(input.questionId);
    if (!asked) return notFound();
    const question = questionUnder(await readGuidance(tx, application), asked.id);
    const { open } = await readOpenQuestions(tx, application);
    if (!open.includes(question.id)) return wrongStatus();
    const rows = await readAnswerRows(tx, application);
    const answered: Answers = Object.fromEntries(rows.map((row) => [row.questionId, row.fields]));
    if (!question.appliesWhen(answered))
      return refused('not_applicable', 'This question does not apply, given your other answers.');

    const fields = keepFields(question, input.fields);
    const draft = draftFieldsSchema.safeParse(fields);
    if (!draft.success) return invalid(...problemsOfIssues(draft.error.issues));
    const problems = input.mode === 'continue' ? answerProblems(question, fields, { today }) : [];
    if (problems.length > 0) return invalid(...problems);

    const row = rows.find((candidate) => candidate.questionId === question.id);
    const next = nextAfter(question, { ...answered, [question.id]: fields }, open);
    if (!row && isUntouched(fields)) return ok({ version: 0, savedAt: now, next });
    if (row && sameFields(question, row.fields, fields)) {
      await tellAutosaved(context, question, row);
      return ok({ version: row.version, savedAt: row.savedAt, next });
    }
    const stale = input.version !== (row?.version ?? 0);
    if (stale || !(await store(context, question, fields))) return conflictWith(row);
    await tell(context, question, row);
    return ok({ version: input.version + 1, savedAt: now, next });
  },
});
