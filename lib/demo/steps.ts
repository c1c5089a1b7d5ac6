import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { askInThread } from '@/lib/commands/apply/ask-in-thread';
import { attachEvidence } from '@/lib/commands/apply/attach-evidence';
import { saveAnswer } from '@/lib/commands/apply/save-answer';
import { startApplication } from '@/lib/commands/apply/start-application';
import { submitApplication } from '@/lib/commands/apply/submit-application';
import { answerInThread } from '@/lib/commands/assess/answer-in-thread';
import { assignCase } from '@/lib/commands/assess/assign-case';
import { confirmDecision } from '@/lib/commands/assess/confirm-decision';
import { recommendDecision } from '@/lib/commands/assess/recommend-decision';
import { reviewQuestion } from '@/lib/commands/assess/review-question';
import { sendInformationRequest } from '@/lib/commands/assess/send-information-request';
import type { DecisionCondition, Outcome } from '@/lib/domain/decision';
import type { PersonActor } from '@/lib/domain/permissions';
import { questionOf } from '@/lib/domain/questions/catalogue';
import type { AnswerFields, QuestionId, ReasonId } from '@/lib/domain/questions/types';
import type { Verdict } from '@/lib/domain/review';
import { now } from '@/lib/ports/clock';
import { newFileKey } from '@/lib/ports/file-store';
import { randomBytes } from '@/lib/ports/randomness';
import { fileStore } from '@/lib/ports/store';
import { getCase } from '@/lib/queries/assess/get-case';
import { expectOk } from './people';

/** Past the end of every thread: in the demo nobody writes at one time. */
const LATEST = 1_000_000;

export type Answered = Partial<Record<QuestionId, AnswerFields>>;
/** What an assessor finds wrong with a question; everything not named is sufficient. */
export type Findings = Partial<
  Record<QuestionId, { verdict: Verdict; reasons?: ReasonId[]; missing?: string[]; note: string }>
>;

/** Starts an application and answers what is given. */
export async function draft(who: PersonActor, productId: string, answers: Answered) {
  const { reference } = expectOk(await startApplication(who, { productId }));
  await answer(who, reference, answers, 0);
  return reference;
}

/** Saves answers over the version given: 0 for the first, then 1, and so on. */
export async function answer(
  who: PersonActor,
  reference: string,
  answers: Answered,
  version: number,
) {
  for (const [questionId, fields] of Object.entries(answers))
    expectOk(await saveAnswer(who, { reference, questionId, fields, version, mode: 'continue' }));
}

/** Attaches a text of the demo to an answer, as a file. */
export async function attach(
  who: PersonActor,
  reference: string,
  questionId: QuestionId,
  name: string,
  words: string,
) {
  const content = Buffer.from(words);
  const key = newFileKey();
  await fileStore().put(key, Readable.from([content]));
  const sha256 = createHash('sha256').update(content).digest('hex');
  const files = [{ key, name, mediaType: 'text/plain', size: content.length, sha256 }];
  expectOk(await attachEvidence(who, { reference, questionId, files }));
}

/** Declares, as the demo's signatory. */
export async function declare(who: PersonActor, reference: string) {
  const idempotencyKey = Buffer.from(randomBytes(16)).toString('hex');
  expectOk(await submitApplication(who, { reference, idempotencyKey, confirmed: true }));
}

/** Asks the assessor about a question, with nothing said before that the writer did not see. */
export async function ask(
  who: PersonActor,
  reference: string,
  questionId: QuestionId,
  text: string,
) {
  expectOk(await askInThread(who, { reference, questionId, text, seen: LATEST }));
}

/** Answers the supplier, likewise. */
export async function reply(
  who: PersonActor,
  reference: string,
  questionId: QuestionId,
  text: string,
) {
  expectOk(await answerInThread(who, { reference, questionId, text, seen: LATEST }));
}

async function caseNow(who: PersonActor, reference: string) {
  const found = await getCase(who, reference);
  if (!found) throw new Error(`The demo lost its case ${reference}`);
  return found;
}

/** Gives a case to an assessor. */
export async function take(who: PersonActor, reference: string) {
  const { version } = await caseNow(who, reference);
  expectOk(await assignCase(who, { reference, version, assigneeId: who.personId }));
}

/** Records a verdict on the questions named, or on every one that waits for one. */
export async function review(
  who: PersonActor,
  reference: string,
  findings: Findings,
  only?: readonly QuestionId[],
) {
  const { round, questions } = await caseNow(who, reference);
  for (const { id, standing } of questions) {
    if (only ? !only.includes(id) : standing.from !== 'none') continue;
    const { coveragePoints } = questionOf(id);
    const found = findings[id];
    const missing = found?.missing ?? [];
    const marks = coveragePoints.map((point) => [
      point.id,
      missing.includes(point.id) ? 'not_covered' : 'covered',
    ]);
    const input = {
      ...{ reference, round, questionId: id, version: 0, points: Object.fromEntries(marks) },
      ...{ verdict: found?.verdict ?? 'sufficient', reasons: found?.reasons ?? [] },
      noteToSupplier: found?.note ?? '',
    };
    expectOk(await reviewQuestion(who, input));
  }
}

/** Asks the supplier for what the reviews found missing. */
export async function request(who: PersonActor, reference: string, dueOn: string) {
  const { mark: version } = await caseNow(who, reference);
  expectOk(await sendInformationRequest(who, { reference, dueOn, message: '', version }));
}

/** Recommends an outcome with its reasons, and conditions where there are any. */
export async function recommend(
  who: PersonActor,
  reference: string,
  outcome: Outcome,
  reasons: string,
  conditions: DecisionCondition[] = [],
) {
  const { mark: version } = await caseNow(who, reference);
  const input = { reference, outcome, reasons, conditions, version };
  expectOk(await recommendDecision(who, input));
}

/** Confirms as the second person. */
export async function confirm(who: PersonActor, reference: string) {
  const { mark: version } = await caseNow(who, reference);
  const proof = { at: now(), way: 'password' } as const;
  expectOk(await confirmDecision({ ...who, proof }, { reference, version }));
}
