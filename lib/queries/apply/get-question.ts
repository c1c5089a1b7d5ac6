import { answersOf, readAnswerRows, readOpenQuestions } from '@/db/answers';
import { asActor, type Tx } from '@/db/client';
import { readLastDeclaration } from '@/db/declarations';
import { readEvidence } from '@/db/evidence';
import { readGuidance } from '@/db/guidance';
import { readKeptWords } from '@/db/kept-words';
import { readOdsFact } from '@/db/ods';
import { readRegisterAnswer } from '@/db/registers';
import { findOwnApplication, type OwnApplication } from '@/db/supplier-case';
import { keepFields } from '@/lib/domain/answer-fields';
import { readValues } from '@/lib/domain/answer-values';
import type { Status } from '@/lib/domain/application';
import { londonDate } from '@/lib/domain/clock';
import type { PlainDate } from '@/lib/domain/dates';
import type { AnswerValues } from '@/lib/domain/declared-dspt';
import { type EvidenceFile, evidenceOf, replacedOf } from '@/lib/domain/evidence-file';
import { inWords, questionUnder } from '@/lib/domain/guidance';
import { readOdsCode } from '@/lib/domain/ods';
import type { OdsFact } from '@/lib/domain/ods-fact';
import { isEditable } from '@/lib/domain/open-questions';
import { can, isSupplier, type PersonActor } from '@/lib/domain/permissions';
import { applicableQuestions, findQuestion, questionOf } from '@/lib/domain/questions/catalogue';
import type {
  AnswerFields,
  Answers,
  CoveragePoint,
  Question,
  QuestionId,
} from '@/lib/domain/questions/types';
import {
  type BesideAnswer,
  besideAnswer,
  isHeldAgainstRegister,
  registerCode,
} from '@/lib/domain/register-truth';
import { closedThread } from '@/lib/domain/thread';
import { now } from '@/lib/ports/clock';
import type { RequestView } from './get-application';

/** What the page may offer: a form, the answer to read, or the way to open a closed question. */
export type QuestionMode = 'edit' | 'read' | 'closed' | 'not_applicable';
export type QuestionView = {
  reference: string;
  product: string;
  status: Status;
  questionId: QuestionId;
  mode: QuestionMode;
  /** What a good answer covers, as it was when the application was started. */
  points: readonly CoveragePoint[];
  /** Its number among the questions that apply; null when it does not. */
  place: { number: number; of: number } | null;
  /** As typed; for an organisation not confirmed yet, what is known of it. */
  fields: AnswerFields;
  prefilled: boolean;
  /** 0 before the first save. */
  version: number;
  saved: { by: string; at: Date } | null;
  /** Why the request returned it; null when it did not. */
  returned: RequestView['items'][number] | null;
  /** The answer as it was declared last, where it is to be given again. */
  earlier: AnswerFields | null;
  /** Why the supplier opened it without being asked. */
  unlockReason: string | null;
  /** The files attached to it, without those that a later one stands in for. */
  files: EvidenceFile[];
  /** Those, each with the names of the ones that stand in for it. */
  replaced: { file: EvidenceFile; by: string[] }[];
  mayEdit: boolean;
  /** Whether the reader may write to the assessor now. */
  mayAsk: boolean;
  /** Words typed here when the session had ended, sealed; null when there are none. */
  keptWords: string | null;
  /** What the public register says beside it; null for a question that it cannot speak to. */
  register: BesideAnswer | null;
  /** What ODS says of the organisation's code, from what is kept; null for every other question. */
  ods: { code: string; fact: OdsFact } | null;
  today: PlainDate;
};

/** The organisation's details are known before they are confirmed here. */
function knownFields(question: Question, found: OwnApplication): AnswerFields {
  if (question.kind !== 'organisation') return keepFields(question, {});
  return keepFields(question, {
    odsCode: found.odsCode ?? '',
    dsptIdentifier: found.dsptIdentifier ?? '',
    profile: found.profile ?? '',
  });
}

/** What is kept of the organisation's ODS code, where this question asks for it. */
async function readOds(tx: Tx, question: Question, { organisation }: AnswerValues) {
  if (question.kind !== 'organisation' || organisation?.kind !== 'organisation') return null;
  const reading = readOdsCode(organisation.odsCode);
  return reading.ok ? { code: reading.code, fact: await readOdsFact(tx, reading.code) } : null;
}

/** The answers as read; an organisation that is not confirmed yet as far as it is known. */
function knownValues(
  rows: Awaited<ReturnType<typeof readAnswerRows>>,
  found: OwnApplication,
  today: PlainDate,
): AnswerValues {
  const answers = answersOf(rows);
  const organisation = answers.organisation ?? knownFields(questionOf('organisation'), found);
  return readValues({ ...answers, organisation }, today);
}

function modeOf(question: Question, answered: Answers, status: Status, open: QuestionId[]) {
  if (!question.appliesWhen(answered)) return 'not_applicable';
  if (!isEditable(status)) return 'read';
  return open.includes(question.id) ? 'edit' : 'closed';
}

/**
 * One question of one application, with its answer as typed and, after a request, what the assessor
 * asked and the earlier answer. Null when the application is missing or foreign, the question is
 * unknown, or the actor is staff, who never see drafts. `path` is the page's own: words may be kept
 * there from a session that ended.
 */
export async function getQuestion(
  actor: PersonActor,
  reference: string,
  questionId: string,
  path: string,
): Promise<QuestionView | null> {
  const known = findQuestion(questionId);
  if (!known || !isSupplier(actor)) return null;
  const today = londonDate(now());
  const read = await asActor(actor, async (tx) => {
    const found = await findOwnApplication(tx, actor.organisationId, reference);
    if (!found) return null;
    const rows = await readAnswerRows(tx, found);
    const values = knownValues(rows, found, today);
    const guidance = await readGuidance(tx, found);
    const question = questionUnder(guidance, known.id);
    return {
      ...{ found, rows, values, guidance, question },
      register: isHeldAgainstRegister(question.id)
        ? await readRegisterAnswer(tx, 'dspt', registerCode(values))
        : null,
      ods: await readOds(tx, question, values),
      opened: await readOpenQuestions(tx, found),
      kept: await readKeptWords(tx, actor, path),
      files: await readEvidence(tx, found.id),
      last:
        found.status === 'information_requested' ? await readLastDeclaration(tx, found.id) : null,
    };
  });
  if (!read) return null;

  const { found, rows, opened, values, register, guidance, question } = read;
  const answered: Answers = Object.fromEntries(rows.map((row) => [row.questionId, row.fields]));
  const row = rows.find((candidate) => candidate.questionId === question.id);
  const asked = applicableQuestions(answered).map(({ id }) => id);
  const number = asked.indexOf(question.id) + 1;
  return {
    ...{ reference: found.reference, product: found.product, status: found.status },
    questionId: question.id,
    points: question.coveragePoints,
    mode: modeOf(question, answered, found.status, opened.open),
    place: number > 0 ? { number, of: asked.length } : null,
    fields: row ? keepFields(question, row.fields) : knownFields(question, found),
    prefilled: !row && question.kind === 'organisation',
    version: row?.version ?? 0,
    saved: row ? { by: row.savedBy, at: row.savedAt } : null,
    returned:
      inWords(opened.items, guidance).find((item) => item.questionId === question.id) ?? null,
    earlier: read.last?.answers.find((a) => a.questionId === question.id)?.fields ?? null,
    unlockReason: opened.unlocked.find((u) => u.questionId === question.id)?.reason ?? null,
    keptWords: read.kept?.sealed ?? null,
    files: evidenceOf(read.files, question.id),
    replaced: replacedOf(read.files, question.id),
    mayEdit: can(actor, 'answer:edit'),
    mayAsk: can(actor, 'thread:ask') && closedThread(found.status) === null,
    register: besideAnswer(
      {
        ...{ values, register, organisation: found.organisation, on: today },
        ...{ declaredOn: null, reader: 'supplier' },
      },
      question.id,
    ),
    ods: read.ods,
    today,
  };
}
