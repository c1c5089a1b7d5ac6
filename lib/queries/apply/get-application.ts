import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { readAnswerRows, readOpenQuestions } from '@/db/answers';
import { readApprovalsInForce } from '@/db/approvals';
import { readCalendar } from '@/db/calendars';
import { asActor, type Tx } from '@/db/client';
import { readLastDeclaration } from '@/db/declarations';
import { readEvidence } from '@/db/evidence';
import { readClosedCaseDays } from '@/db/forecast';
import { readGuidance } from '@/db/guidance';
import { informationRequests, messages } from '@/db/schema';
import { findOwnApplication, type OwnApplication } from '@/db/supplier-case';
import { readWords } from '@/db/thread';
import { readTurns } from '@/db/turns';
import { sameFields } from '@/lib/domain/answer-fields';
import { isOpen, type Status } from '@/lib/domain/application';
import type { Calendar } from '@/lib/domain/calendar';
import { londonDate, type SplitClock } from '@/lib/domain/clock';
import { type Blocker, completeness, type ProgressState } from '@/lib/domain/completeness';
import type { PlainDate } from '@/lib/domain/dates';
import { evidenceBlockers } from '@/lib/domain/evidence-blockers';
import { hasNewFiles } from '@/lib/domain/evidence-file';
import { type Forecast, forecastOf } from '@/lib/domain/forecast';
import { inWords } from '@/lib/domain/guidance';
import { type NextStep, nextStep } from '@/lib/domain/next-step';
import { can, isSupplier, type PersonActor } from '@/lib/domain/permissions';
import { clearanceLine } from '@/lib/domain/product-assurance';
import { QUESTIONS } from '@/lib/domain/questions/catalogue';
import type { Answers, QuestionId } from '@/lib/domain/questions/types';
import { lastAnswerDay } from '@/lib/domain/request';
import { closedThread, type ThreadState, threadState } from '@/lib/domain/thread';
import { daysSoFar } from '@/lib/domain/turns';
import { now } from '@/lib/ports/clock';

export type TaskView = {
  id: QuestionId;
  state: ProgressState;
  /** Whether its answer may be edited now. */
  open: boolean;
  flagged: boolean;
  /** Whether it, or its files, differ from what was declared last; null before the first declaration. */
  changed: boolean | null;
};
export type RequestView = {
  dueOn: PlainDate;
  lastDay: PlainDate;
  message: string;
  extensionAsked: boolean;
  /** The reasons in the words of the guidance that the application was started under. */
  items: { questionId: QuestionId; reasons: string[]; missing: string[]; note: string }[];
};
export type ApplicationView = {
  reference: string;
  product: string;
  status: Status;
  round: number;
  step: NextStep;
  clearance: { cleared: boolean; sentence: string };
  /** The working days each side had it, all of ours as the assessor's; null before a submission. */
  days: SplitClock | null;
  /** When it is likely to be decided; null where nothing can be said, and once it is. */
  forecast: Forecast | null;
  tasks: TaskView[];
  completed: number;
  applicable: number;
  blockers: readonly Blocker[];
  request: RequestView | null;
  /** When the last request was taken back, while the assessor goes on without it. */
  cancelledAt: Date | null;
  /**
   * What was said with the assessor, when the assessor wrote what the reader has not read (null once
   * the declaration was submitted after it), and whether a message can be written now.
   */
  thread: ThreadState & { unreadSince: Date | null; takesWords: boolean };
  /** Whether anything was ever submitted. */
  declared: boolean;
  mayEdit: boolean;
  mayWithdraw: boolean;
  mayAskTime: boolean;
};

/** When this round's last request was cancelled; null unless the case is being assessed after it. */
async function readCancelled(tx: Tx, { id, status, round }: OwnApplication) {
  if (status !== 'in_assessment') return null;
  const [last] = await tx
    .select({ status: informationRequests.status, endedAt: informationRequests.endedAt })
    .from(informationRequests)
    .where(and(eq(informationRequests.applicationId, id), eq(informationRequests.round, round)))
    .orderBy(desc(informationRequests.sentAt))
    .limit(1);
  return last?.status === 'cancelled' ? last.endedAt : null;
}

/** When the first of the assessor's words came that this reader was told of and has not read. */
async function readUnread(tx: Tx, personId: string, { id, status, submittedAt }: OwnApplication) {
  if (closedThread(status) || submittedAt === null) return null;
  const [first] = await tx
    .select({ at: messages.createdAt })
    .from(messages)
    .where(
      and(
        eq(messages.personId, personId),
        isNull(messages.readAt),
        eq(messages.applicationId, id),
        eq(messages.kind, 'thread-assessor'),
        gt(messages.createdAt, submittedAt),
      ),
    )
    .orderBy(messages.createdAt)
    .limit(1);
  return first?.at ?? null;
}

/** How long an open case was with each side, and when it is likely to be decided. */
async function readPace(
  tx: Tx,
  { id, status }: OwnApplication,
  { today, calendar }: { today: PlainDate; calendar: Calendar },
) {
  if (!isOpen(status)) return { days: null, forecast: null };
  const turns = await readTurns(tx, id);
  const days = daysSoFar(calendar, turns, now());
  if (!days) return { days, forecast: null };
  const closed = await readClosedCaseDays(tx, today);
  return { days, forecast: forecastOf({ closed, turns, now: now(), status, today, calendar }) };
}

/**
 * One application as its task list shows it: each question's progress, what blocks submission, the
 * open request, whose move it is. Null when it is missing, foreign, or the actor is staff.
 */
export async function getApplication(
  actor: PersonActor,
  reference: string,
): Promise<ApplicationView | null> {
  if (!isSupplier(actor)) return null;
  const today = londonDate(now());
  const read = await asActor(actor, async (tx) => {
    const found = await findOwnApplication(tx, actor.organisationId, reference);
    if (!found) return null;
    const calendar = await readCalendar(tx);
    return {
      ...{ found, calendar },
      rows: await readAnswerRows(tx, found),
      opened: await readOpenQuestions(tx, found),
      guidance: await readGuidance(tx, found),
      files: await readEvidence(tx, found.id),
      cancelledAt: await readCancelled(tx, found),
      words: await readWords(tx, found),
      unreadSince: await readUnread(tx, actor.personId, found),
      last: await readLastDeclaration(tx, found.id),
      approvals: await readApprovalsInForce(tx, actor.organisationId),
      pace: await readPace(tx, found, { today, calendar }),
    };
  });
  if (!read) return null;

  const { found, calendar, opened, last } = read;
  const declared: Answers | null =
    last && Object.fromEntries(last.answers.map((a) => [a.questionId, a.fields]));
  const answered: Answers = Object.fromEntries(
    read.rows.map((row) => [row.questionId, row.fields]),
  );
  const progress = completeness(answered, { today });
  const tasks = QUESTIONS.map((question): TaskView => {
    const now = answered[question.id] ?? {};
    const before = declared?.[question.id] ?? {};
    return {
      id: question.id,
      state: progress.questions.find(({ id }) => id === question.id)?.state ?? 'not_started',
      open: opened.open.includes(question.id),
      flagged: opened.items.some((item) => item.questionId === question.id),
      changed:
        declared === null
          ? null
          : !sameFields(question, before, now) || hasNewFiles(read.files, question.id),
    };
  });
  const badFiles = evidenceBlockers(read.files, answered, opened.open);
  const { request } = opened;
  const items = inWords(opened.items, read.guidance);
  const answeredAgain = tasks.filter((task) => task.flagged && task.changed === true).length;
  return {
    ...{ reference: found.reference, product: found.product, status: found.status },
    round: found.round,
    step: nextStep({
      ...{
        status: found.status,
        dueOn: found.dueOn,
        since: londonDate(found.statusAt),
        today,
        calendar,
      },
      ...{ left: progress.blockers.length, flagged: items.length, answeredAgain },
      badFiles: badFiles.length,
      maySubmit: can(actor, 'application:declare'),
    }),
    ...read.pace,
    clearance: clearanceLine(read.approvals.get(found.productId) ?? null, today),
    tasks,
    ...{ completed: progress.completed, applicable: progress.applicable },
    blockers: [...progress.blockers, ...badFiles],
    request: request && {
      ...{
        dueOn: request.dueOn,
        lastDay: lastAnswerDay(calendar, request.dueOn),
        message: request.message,
      },
      ...{ extensionAsked: request.extensionAskedAt !== null, items },
    },
    cancelledAt: read.cancelledAt,
    thread: {
      ...threadState(read.words, found.status),
      unreadSince: read.unreadSince,
      takesWords: closedThread(found.status) === null && can(actor, 'thread:ask'),
    },
    declared: declared !== null,
    mayEdit: can(actor, 'answer:edit'),
    mayWithdraw: can(actor, 'application:withdraw'),
    mayAskTime: can(actor, 'request:ask-time'),
  };
}
