import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { targetOf } from '@/db/case';
import { readGuidance } from '@/db/guidance';
import { readRounds, type StoredReview, type StoredRound } from '@/db/rounds';
import { questionReviews } from '@/db/schema';
import { type CaseContext, defineCaseCommand } from '@/lib/commands/define-command';
import { moveApplication } from '@/lib/commands/move-application';
import { answerIn } from '@/lib/domain/carried-verdicts';
import type { FrozenAnswer } from '@/lib/domain/declaration';
import { questionUnder } from '@/lib/domain/guidance';
import { QUESTION_IDS, type QuestionId, type ReasonId } from '@/lib/domain/questions/types';
import { type Failure, fail, notFound, ok, type Result, refused } from '@/lib/domain/result';
import { checkReview, POINT_MARKS, type Review, VERDICTS } from '@/lib/domain/review';
import { isBlank } from '@/lib/domain/text';
import { optionalTextSchema } from '@/lib/domain/text-schema';
import { assigneeProblem, referenceSchema } from './case-guards';
import { addStaffNote } from './write-staff-note';

const input = z.object({
  reference: referenceSchema,
  round: z.coerce.number().int(),
  questionId: z.string(),
  /** The version of the review that the form showed; 0: there was none. */
  version: z.coerce.number().int().min(0),
  verdict: z.enum(VERDICTS, { error: 'Select a verdict' }),
  points: z.record(z.string(), z.enum(POINT_MARKS)),
  reasons: z.array(z.string()),
  noteToSupplier: optionalTextSchema({ what: 'Note to the supplier', max: 2000 }),
  /** Written along with the verdict; the supplier never sees it. */
  staffNote: optionalTextSchema({ what: 'Note for staff', max: 2000 }).default(''),
});
type Input = z.infer<typeof input>;
type Context = CaseContext<Input>;

const isQuestion = (id: string): id is QuestionId =>
  (QUESTION_IDS as readonly string[]).includes(id);

function conflictWith(found: StoredReview | undefined): Failure {
  return fail({
    kind: 'conflict',
    conflict: {
      version: found?.version ?? 0,
      fields: {
        verdict: found?.verdict ?? '',
        reasons: found?.reasons ?? [],
        noteToSupplier: found?.noteToSupplier ?? '',
      },
      changedBy: found?.reviewerName ?? null,
      changedAt: found?.reviewedAt ?? null,
    },
  });
}

/** Writes the review where the one that the form showed still stands; false when it does not. */
async function store(context: Context, questionId: QuestionId, review: Review): Promise<boolean> {
  const { tx, actor, application, now, input } = context;
  if (actor.kind !== 'person') return false;
  const row = { ...review, reviewedBy: actor.personId, reviewedAt: now };
  if (input.version === 0) {
    const inserted = await tx
      .insert(questionReviews)
      .values({ ...row, applicationId: application.id, round: application.round, questionId })
      .onConflictDoNothing()
      .returning({ version: questionReviews.version });
    return inserted.length > 0;
  }
  const updated = await tx
    .update(questionReviews)
    .set({ ...row, version: input.version + 1 })
    .where(
      and(
        eq(questionReviews.applicationId, application.id),
        eq(questionReviews.round, application.round),
        eq(questionReviews.questionId, questionId),
        eq(questionReviews.version, input.version),
      ),
    )
    .returning({ version: questionReviews.version });
  return updated.length > 0;
}

/** The answer of the round under review, which the form must show, to a question that it asks. */
function answerUnderReview(context: Context, rounds: readonly StoredRound[]): Result<FrozenAnswer> {
  const { input, application } = context;
  if (!isQuestion(input.questionId)) return notFound();
  const last = rounds.at(-1);
  if (!last || last.round !== application.round || input.round !== last.round)
    return refused('round_over', 'The supplier has answered again since you opened this page.');
  const answer = answerIn(last.frozen, input.questionId);
  return answer
    ? ok(answer)
    : refused('not_applicable', 'This question does not apply to this declaration.');
}

/**
 * Records the assessor's verdict on one question of the round under review (domain, the question
 * review); the first one begins the assessment. Answers the review's new version. Problems: those of
 * the case's assessor (see assigneeProblem), `not_found` for an unknown question, `refused`
 * 'round_over' or 'not_applicable', `invalid` (verdict, reasons, noteToSupplier, point-certificate), `conflict` with
 * the review as it stands.
 */
export const reviewQuestion = defineCaseCommand({
  name: 'question.review',
  permission: 'case:review',
  input,
  run: async (context: Context) => {
    const { tx, application, input, record } = context;
    const notTheirs = await assigneeProblem(context, ['submitted', 'in_assessment']);
    if (notTheirs) return notTheirs;
    const rounds = await readRounds(tx, application.id);
    const answer = answerUnderReview(context, rounds);
    if (!answer.ok) return answer;
    const { questionId, value } = answer.value;
    const { verdict, points, noteToSupplier } = input;
    const question = questionUnder(await readGuidance(tx, application), questionId);
    const isOffered = (id: string): id is ReasonId => question.reasons.some((one) => one === id);
    const reasons = input.reasons.filter(isOffered);
    const checked = checkReview(question, value, {
      verdict,
      points,
      reasons,
      noteToSupplier,
    });
    if (!checked.ok) return checked;
    const before = rounds.at(-1)?.reviews.get(questionId);
    if (!(await store(context, questionId, checked.value))) return conflictWith(before);
    if (application.status === 'submitted') {
      const round = application.round;
      const begun = await moveApplication(context, 'begin_assessment', {
        type: 'assessment.begun',
        contents: { round },
      });
      if (!begun.ok) return begun;
    }
    const told = before && {
      verdict: before.verdict,
      points: before.points,
      reasons: before.reasons,
      noteToSupplier: before.noteToSupplier,
    };
    const contents = {
      round: application.round,
      questionId,
      before: told ?? null,
      after: checked.value,
    };
    await record({ type: 'question.reviewed', contents }, targetOf(application));
    if (!isBlank(input.staffNote)) await addStaffNote(context, questionId, input.staffNote);
    return ok({ questionId, version: input.version + 1 });
  },
});
