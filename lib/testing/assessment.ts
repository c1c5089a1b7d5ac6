import { randomUUID } from 'node:crypto';
import { asActor } from '@/db/client';
import { markOf, readRounds } from '@/db/rounds';
import { saveAnswer } from '@/lib/commands/apply/save-answer';
import { submitApplication } from '@/lib/commands/apply/submit-application';
import { assignCase } from '@/lib/commands/assess/assign-case';
import { recommendDecision } from '@/lib/commands/assess/recommend-decision';
import { reviewQuestion } from '@/lib/commands/assess/review-question';
import { sendInformationRequest } from '@/lib/commands/assess/send-information-request';
import type { DecisionCondition } from '@/lib/domain/decision';
import type { PersonActor } from '@/lib/domain/permissions';
import type { QuestionId } from '@/lib/domain/questions/types';
import type { Review, Verdict } from '@/lib/domain/review';
import { finishedAnswer } from './answers';
import type { AnswerChanges } from './frozen';
import { expectOk, type Supplier, type World } from './world';

type Verdicts = Partial<Record<QuestionId, Verdict>>;
type Recommended = { outcome?: string; reasons?: string; conditions?: DecisionCondition[] };

/** A review as an assessor fills it in, for each verdict. */
export const reviewOf = (verdict: Verdict): Review => ({
  verdict,
  points: {},
  reasons: verdict === 'insufficient' ? ['other'] : [],
  noteToSupplier: verdict === 'sufficient' ? '' : 'Please tell us who checks this.',
});

/** Moves cases through an assessment by the real commands, for tests of what comes after. */
export function assessment(world: Pick<World, 'sql' | 'finishedDraft'>) {
  const { sql } = world;

  async function row(reference: string) {
    const [found] = await sql`select * from applications where reference = ${reference}`;
    if (!found) throw new Error(`no application ${reference}`);
    return found;
  }

  const submit = (owner: Supplier, reference: string) =>
    submitApplication(owner.signatory, {
      ...{ reference, idempotencyKey: randomUUID(), confirmed: true },
    });

  async function assign(reference: string, assessor: PersonActor) {
    const { version } = await row(reference);
    expectOk(await assignCase(assessor, { reference, assigneeId: assessor.personId, version }));
  }

  /** A submitted case in the hands of an assessor. */
  async function submitted(owner: Supplier, assessor: PersonActor, changes: AnswerChanges = {}) {
    const reference = await world.finishedDraft(owner, changes);
    expectOk(await submit(owner, reference));
    await assign(reference, assessor);
    return reference;
  }

  const roundsOf = async (reader: PersonActor, reference: string) => {
    const { id } = await row(reference);
    return asActor(reader, (tx) => readRounds(tx, id));
  };

  /** The mark that a preview made now would hold. */
  async function mark(reader: PersonActor, reference: string) {
    const { version } = await row(reference);
    return markOf(version, await roundsOf(reader, reference));
  }

  /** One review through the command, on whatever version stands. */
  async function review(
    assessor: PersonActor,
    reference: string,
    questionId: QuestionId,
    changes: Partial<Review> & { version?: number; round?: number } = {},
  ) {
    const last = (await roundsOf(assessor, reference)).at(-1);
    const version = last?.reviews.get(questionId)?.version ?? 0;
    return reviewQuestion(assessor, {
      ...{ reference, questionId, version, round: last?.round ?? 1 },
      ...reviewOf(changes.verdict ?? 'sufficient'),
      ...changes,
    });
  }

  /** Reviews every question of the declaration: sufficient, unless named. */
  async function reviewAll(assessor: PersonActor, reference: string, verdicts: Verdicts = {}) {
    const last = (await roundsOf(assessor, reference)).at(-1);
    for (const { questionId } of last?.frozen.answers ?? []) {
      const verdict = verdicts[questionId] ?? 'sufficient';
      expectOk(await review(assessor, reference, questionId, { verdict }));
    }
  }

  const send = async (assessor: PersonActor, reference: string, changes = {}) =>
    sendInformationRequest(assessor, {
      ...{ reference, dueOn: '2026-12-07', message: '' },
      version: await mark(assessor, reference),
      ...changes,
    });

  /** Recommends on what stands, approval unless given; answers the reference. */
  async function recommend(assessor: PersonActor, reference: string, given: Recommended = {}) {
    const { outcome = 'approved', reasons = 'For these reasons', conditions = [] } = given;
    const version = await mark(assessor, reference);
    const input = { reference, outcome, reasons, conditions, version };
    expectOk(await recommendDecision(assessor, input));
    return reference;
  }

  /** A case that waits for a second person, every question of it reviewed. */
  async function recommended(
    owner: Supplier,
    assessor: PersonActor,
    given: Recommended & { verdicts?: Verdicts; answers?: AnswerChanges } = {},
  ) {
    const reference = await submitted(owner, assessor, given.answers);
    await reviewAll(assessor, reference, given.verdicts);
    return recommend(assessor, reference, given);
  }

  /** The supplier answers the open request with some answers changed, and submits again. */
  async function resubmit(owner: Supplier, reference: string, changes: AnswerChanges = {}) {
    const { id } = await row(reference);
    for (const questionId of Object.keys(changes) as QuestionId[]) {
      const fields = finishedAnswer(questionId, changes[questionId]);
      const [saved] = await sql`select version from answers
        where application_id = ${id} and question_id = ${questionId}`;
      const version: number = saved?.version ?? 0;
      const input = { reference, questionId, fields, version, mode: 'continue' };
      expectOk(await saveAnswer(owner.person, input));
    }
    return expectOk(await submit(owner, reference));
  }

  return {
    ...{ row, submit, assign, submitted, mark, review, reviewAll, send, resubmit },
    ...{ recommend, recommended },
  };
}
export type Assessment = ReturnType<typeof assessment>;

/** The stable code or kind of a refusal, for tests; 'ok' for a success. */
export function codeOf(result: { ok: boolean; problem?: { kind: string; code?: string } }): string {
  return result.ok ? 'ok' : (result.problem?.code ?? result.problem?.kind ?? '?');
}
