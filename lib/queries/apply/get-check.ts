import { answersOf, markOf, readAnswerRows, readOpenQuestions } from '@/db/answers';
import { asActor } from '@/db/client';
import { readLastDeclaration } from '@/db/declarations';
import { readEvidence } from '@/db/evidence';
import { readGuidance } from '@/db/guidance';
import { readHolders } from '@/db/people-names';
import { readRegisterAnswer } from '@/db/registers';
import { findOwnApplication } from '@/db/supplier-case';
import { keepFields, sameFields } from '@/lib/domain/answer-fields';
import { readValues } from '@/lib/domain/answer-values';
import type { Status } from '@/lib/domain/application';
import { londonDate } from '@/lib/domain/clock';
import { type Blocker, completeness, type ProgressState } from '@/lib/domain/completeness';
import { type Contradiction, contradictions } from '@/lib/domain/contradictions';
import type { PlainDate } from '@/lib/domain/dates';
import { evidenceBlockers } from '@/lib/domain/evidence-blockers';
import { type EvidenceFile, evidenceOf, hasNewFiles } from '@/lib/domain/evidence-file';
import { questionUnder } from '@/lib/domain/guidance';
import { can, isSupplier, type PersonActor } from '@/lib/domain/permissions';
import { QUESTIONS } from '@/lib/domain/questions/catalogue';
import type { AnswerFields, CoveragePoint, QuestionId } from '@/lib/domain/questions/types';
import { registerCode, registerTruth, type Truth } from '@/lib/domain/register-truth';
import { declarationStatement } from '@/lib/domain/statement';
import { now } from '@/lib/ports/clock';

export type CheckedAnswer = {
  questionId: QuestionId;
  state: ProgressState;
  /** What could be ticked as covered. */
  points: readonly CoveragePoint[];
  fields: AnswerFields;
  files: EvidenceFile[];
  /** Whether its answer may be changed now. */
  open: boolean;
  flagged: boolean;
  /** Why the supplier opened it without being asked. */
  unlockReason: string | null;
};
export type CheckView = {
  reference: string;
  product: string;
  status: Status;
  /** The round that the submission would make. */
  round: number;
  answers: CheckedAnswer[];
  blockers: readonly Blocker[];
  contradictions: readonly Contradiction[];
  /** Where the public register says something else, or nothing. */
  register: readonly Truth[];
  /** The day of the register that the answers are held against; null while none is in use. */
  registerOf: PlainDate | null;
  /** Questions that the request flagged and whose answers are as before, word for word. */
  unchanged: QuestionId[];
  statement: string[];
  /** The mark of the answers shown here, to be posted with the declaration. */
  seen: string;
  mayEdit: boolean;
  maySign: boolean;
  /** Colleagues who can submit. */
  signatories: string[];
  today: PlainDate;
};

/**
 * All answers before they are declared: what is missing, what contradicts itself, what a request
 * flagged and nobody changed, and the declaration in the reader's name. Null when the application is
 * missing or foreign, or the actor is staff.
 */
export async function getCheck(actor: PersonActor, reference: string): Promise<CheckView | null> {
  if (!isSupplier(actor)) return null;
  const today = londonDate(now());
  const read = await asActor(actor, async (tx) => {
    const found = await findOwnApplication(tx, actor.organisationId, reference);
    if (!found) return null;
    const rows = await readAnswerRows(tx, found);
    const values = readValues(answersOf(rows), today);
    return {
      ...{ found, rows, values, guidance: await readGuidance(tx, found) },
      register: await readRegisterAnswer(tx, 'dspt', registerCode(values)),
      opened: await readOpenQuestions(tx, found),
      files: await readEvidence(tx, found.id),
      last: await readLastDeclaration(tx, found.id),
      signatories: await readHolders(tx, actor.organisationId, 'signatory'),
    };
  });
  if (!read) return null;
  const { found, rows, opened, last, files, values, register, guidance } = read;
  const answers = answersOf(rows);
  const progress = completeness(answers, { today });
  const flagged = opened.items.map((item) => item.questionId);
  const first = found.status !== 'information_requested';
  return {
    ...{ reference: found.reference, product: found.product, status: found.status },
    round: first ? found.round : found.round + 1,
    answers: QUESTIONS.filter((question) => question.appliesWhen(answers)).map((question) => ({
      questionId: question.id,
      state: progress.questions.find(({ id }) => id === question.id)?.state ?? 'not_started',
      points: questionUnder(guidance, question.id).coveragePoints,
      fields: keepFields(questionUnder(guidance, question.id), answers[question.id] ?? {}),
      files: evidenceOf(files, question.id),
      open: opened.open.includes(question.id),
      flagged: flagged.includes(question.id),
      unlockReason: opened.unlocked.find((row) => row.questionId === question.id)?.reason ?? null,
    })),
    blockers: [...progress.blockers, ...evidenceBlockers(files, answers, opened.open)],
    contradictions: contradictions(values, today),
    register: registerTruth({
      ...{ values, register, organisation: found.organisation, on: today },
      ...{ declaredOn: null, reader: 'supplier' },
    }).filter(({ state }) => state === 'contradicts' || state === 'not_found'),
    registerOf: register?.asOf ?? null,
    unchanged: QUESTIONS.filter((question) => {
      const before = last?.answers.find((answer) => answer.questionId === question.id);
      const mine = answers[question.id] ?? {};
      if (!before || !flagged.includes(question.id)) return false;
      return !hasNewFiles(files, question.id) && sameFields(question, before.fields, mine);
    }).map(({ id }) => id),
    statement: declarationStatement({
      name: actor.name,
      organisation: found.organisation,
      odsCode: values.organisation?.kind === 'organisation' ? values.organisation.odsCode : '…',
      product: found.product,
    }),
    seen: markOf(rows, files),
    mayEdit: can(actor, 'answer:edit'),
    maySign: can(actor, 'application:declare'),
    signatories: read.signatories,
    today,
  };
}
