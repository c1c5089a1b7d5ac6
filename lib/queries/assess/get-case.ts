import { readApprovalsInForce } from '@/db/approvals';
import { readCalendar } from '@/db/calendars';
import { asActor } from '@/db/client';
import { readRegisterAnswer } from '@/db/registers';
import { markOf } from '@/db/rounds';
import { readSetting } from '@/db/settings';
import { recordOf } from '@/db/suppliers';
import { availableTransitions, type CaseFacts, type Status } from '@/lib/domain/application';
import { TAKEABLE_STATUSES } from '@/lib/domain/assignment';
import type { Calendar } from '@/lib/domain/calendar';
import {
  type CertificateStanding,
  certificateStanding,
  decisionFacts,
  valuesOf,
} from '@/lib/domain/case-facts';
import { type CaseNext, caseNext } from '@/lib/domain/case-next';
import {
  type CaseQuestion,
  caseQuestions,
  type EarlierRound,
  earlierRounds,
  nextToReview,
  type ShownNote,
  type Tally,
  tallyOf,
} from '@/lib/domain/case-view';
import { londonDate, workingDaysBetween } from '@/lib/domain/clock';
import type { PlainDate } from '@/lib/domain/dates';
import type { DecisionFacts } from '@/lib/domain/decision';
import { judgeDeclared } from '@/lib/domain/declared-dspt';
import type { DsptJudgement } from '@/lib/domain/dspt';
import type { Guidance } from '@/lib/domain/guidance';
import { can, type PersonActor } from '@/lib/domain/permissions';
import { type ClearanceLine, clearanceLine } from '@/lib/domain/product-assurance';
import type { QuestionId } from '@/lib/domain/questions/types';
import {
  type BesideAnswer,
  besideAnswer,
  registerCode,
  type TruthFacts,
} from '@/lib/domain/register-truth';
import { type ThreadState, threadState } from '@/lib/domain/thread';
import { now } from '@/lib/ports/clock';
import { type RecordInShort, readRecordInShort } from '@/lib/queries/suppliers/record-in-short';
import {
  type CaseDecision,
  type CaseRecommendation,
  type CaseRequest,
  type CaseTrouble,
  notesByQuestion,
  readDecision,
  readTroubles,
} from './case-parts';
import { readCase } from './read-case';

export type CaseHead = {
  reference: string;
  supplier: string;
  product: string;
  status: CaseFacts['status'];
  round: number;
  /** Of the application's row, for assigning. */
  version: number;
  assignee: string | null;
  isAssignee: boolean;
  dueOn: PlainDate | null;
  /** Negative when late; null where nobody must act. */
  workingDaysLeft: number | null;
  tally: Tally;
  next: CaseNext;
};
export type CaseView = CaseHead & {
  /** What its supplier's record is addressed by, and what that says in short. */
  record: string;
  inShort: RecordInShort;
  today: PlainDate;
  calendar: Calendar;
  /** Names the state that was read: see caseMark. */
  mark: string;
  submittedAt: Date | null;
  signatory: string | null;
  mayReview: boolean;
  hasConflict: boolean;
  requestsSent: number;
  /** How many there may be. */
  requestsMost: number;
  /** Working days to the due date that a request is offered with. */
  requestDays: number;
  /** What decisions look at, with the status judged today. */
  facts: DecisionFacts;
  questions: CaseQuestion[];
  /** The version that the application was started under. */
  guidance: Guidance;
  /** On the case as a whole. */
  notes: ShownNote[];
  /** On the case and its questions. */
  noteCount: number;
  openRequest: CaseRequest | null;
  /** What was said with the supplier, and whether the reader may answer it. */
  thread: ThreadState & { mayAnswer: boolean };
  requestExpired: boolean;
  recommendation: CaseRecommendation | null;
  /** The last one, when the second person sent it back and nothing came after it. */
  sentBack: CaseRecommendation | null;
  decision: CaseDecision | null;
  /** Until when the product is assured, with the cause; null while nothing was decided. */
  clearance: ClearanceLine | null;
  /** The declared DSPT status, judged today; null while nothing was submitted. */
  dspt: DsptJudgement | null;
  /** What the public register in use says beside each question; empty while nothing was submitted. */
  register: ReadonlyMap<QuestionId, BesideAnswer>;
  /** The certificate of the round under review, and whether the approval would rest on it. */
  certificate: CertificateStanding | null;
  /** The rounds before the one under review, oldest first; only where they were asked for. */
  earlier: EarlierRound[];
  /** Every verdict but 'sufficient' that was ever given; read where it is decided. */
  troubles: CaseTrouble[];
  transitions: ReturnType<typeof availableTransitions>;
  /** Whether the reader may open a rejection again: they had no part in it. */
  mayUphold: boolean;
};

function besideQuestions(facts: TruthFacts, questions: readonly CaseQuestion[]) {
  return new Map(
    questions.flatMap(({ id }) => {
      const beside = besideAnswer(facts, id);
      return beside ? [[id, beside] as const] : [];
    }),
  );
}

const UNDECIDED: readonly Status[] = ['draft', 'submitted', 'in_assessment'];

/**
 * One case as staff read it on one screen: the declaration under review with flags as at submission
 * and today, the verdicts in force, what changed, notes, requests, recommendation and decision.
 * Null when the reference is unknown, and for suppliers. The answers of a draft are never in it.
 */
export async function getCase(
  actor: PersonActor,
  reference: string,
  options: { earlier?: boolean } = {},
): Promise<CaseView | null> {
  if (!can(actor, 'case:view')) return null;
  const at = now();
  const read = await asActor(actor, async (tx) => {
    const found = await readCase(tx, reference);
    if (!found) return null;
    const code = registerCode(valuesOf(found.rounds));
    const register = code === null ? null : await readRegisterAnswer(tx, 'dspt', code);
    const { id, organisationId, productId } = found;
    const inShort = await readRecordInShort(tx, organisationId);
    const calendar = await readCalendar(tx);
    const requestDays = await readSetting(tx, 'request_days', at);
    if (UNDECIDED.includes(found.facts.status))
      return { found, register, inShort, calendar, requestDays };
    const [decision, troubles] = await Promise.all([readDecision(tx, id), readTroubles(tx, id)]);
    const approvals = decision && (await readApprovalsInForce(tx, organisationId, productId));
    return {
      found,
      register,
      inShort,
      calendar,
      requestDays,
      decision,
      troubles,
      approval: approvals?.get(productId),
    };
  });
  if (!read) return null;
  const {
    found,
    register,
    inShort,
    calendar,
    requestDays,
    decision = null,
    troubles = [],
    approval = null,
  } = read;
  const { supplier, product, assignee, version, requestsSent, requestsMost, dueOn } = found;
  const { facts, guidance, rounds, requests, notes, recommendations } = found;
  const { status, round } = facts;
  const today = londonDate(at);
  const submittedAt = rounds.at(-1)?.submittedAt ?? null;
  const answered = requests.find((each) => each.status === 'answered' && each.round === round - 1);
  const asked = new Set(answered?.questionIds);
  const questions = caseQuestions(
    { rounds, guidance, today },
    asked,
    notesByQuestion(notes),
    found.files,
  );
  const tally = tallyOf(questions);
  const transitions = availableTransitions(actor, facts);
  const hasConflict = facts.conflicted.includes(actor.personId);
  const isAssignee = facts.assigneeId === actor.personId;
  const requestsLeft = requestsMost - requestsSent;
  const requestExpired = requests.some((each) => each.status === 'expired' && each.round === round);
  const latest = recommendations.at(-1) ?? null;
  const next = caseNext({
    ...{ status, isAssignee, tally, requestsLeft, requestExpired },
    mayTake: can(actor, 'case:review') && facts.assigneeId === null && !hasConflict,
    mayConfirm: transitions.includes('send_back'),
    isRecommender: transitions.includes('recall'),
    mayMeetConditions: transitions.includes('meet_conditions'),
    nextQuestion: nextToReview(questions),
  });
  return {
    ...{ record: recordOf({ id: found.organisationId, odsCode: found.odsCode }), inShort },
    ...{ reference: found.reference, supplier, product, status, round, assignee },
    ...{ version, isAssignee, dueOn, tally, next, today, calendar, hasConflict },
    workingDaysLeft: dueOn === null ? null : workingDaysBetween(calendar, today, dueOn),
    mark: markOf(version, rounds),
    submittedAt,
    signatory: rounds.at(-1)?.signatoryName ?? null,
    mayReview: isAssignee && !hasConflict && TAKEABLE_STATUSES.includes(status),
    ...{ requestsSent, requestsMost, requestDays },
    facts: decisionFacts(rounds, requests, today, requestsMost),
    requestExpired,
    questions,
    guidance,
    notes: notes.filter((note) => note.questionId === null),
    noteCount: notes.length,
    thread: {
      ...threadState(found.words, status),
      mayAnswer: can(actor, 'thread:answer') && !hasConflict,
    },
    openRequest: requests.find((each) => each.status === 'open') ?? null,
    recommendation: latest?.status === 'open' && status === 'recommended' ? latest : null,
    sentBack: latest?.status === 'sent_back' && status === 'in_assessment' ? latest : null,
    decision,
    clearance: decision && clearanceLine(approval, today, 'the'),
    troubles,
    earlier: options.earlier ? earlierRounds(rounds, guidance) : [],
    certificate: certificateStanding(rounds),
    register: besideQuestions(
      {
        ...{ values: valuesOf(rounds), organisation: supplier, register, on: today },
        ...{ declaredOn: submittedAt && londonDate(submittedAt), reader: 'staff' },
      },
      questions,
    ),
    dspt: rounds.length > 0 ? judgeDeclared(valuesOf(rounds), today) : null,
    transitions,
    mayUphold: transitions.includes('uphold_review') && decision?.confirmedById !== actor.personId,
  };
}
