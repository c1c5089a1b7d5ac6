import type { Calendar } from './calendar';
import { addWorkingDays, isWorkingDay } from './clock';
import { addDays, formatPlainDate, type PlainDate } from './dates';
import { type Guidance, questionUnder } from './guidance';
import { namesOf, QUESTIONS } from './questions/catalogue';
import type { QuestionId, ReasonId } from './questions/types';
import { missingPoints, type Review, type Verdict } from './review';

/** The information request's machine: open, then one of three ends. */
export const REQUEST_STATUSES = ['open', 'answered', 'cancelled', 'expired'] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

const REQUEST_MAX_WORKING_DAYS = 60;
/** A request expires this many working days after its due date. */
const REQUEST_GRACE_WORKING_DAYS = 10;

/** The due date offered by default, so many working days after `today` ('yyyy-mm-dd', London). */
export const defaultDueOn = (calendar: Calendar, today: PlainDate, days: number): PlainDate =>
  addWorkingDays(calendar, today, days);

/** The last day on which a request due on `dueOn` can still be answered. */
export const lastAnswerDay = (calendar: Calendar, dueOn: PlainDate): PlainDate =>
  addWorkingDays(calendar, dueOn, REQUEST_GRACE_WORKING_DAYS);

/**
 * The questions that a request opens (domain, what unlocks): the insufficient ones, and with any
 * of the organisation and Q.1 to Q.2.2 all of those, since they must stay consistent.
 */
export function unlockedBy(insufficient: readonly QuestionId[]): QuestionId[] {
  const dspt = QUESTIONS.some((q) => q.unlocksWith === 'dspt' && insufficient.includes(q.id));
  return QUESTIONS.filter(
    (q) => insufficient.includes(q.id) || (dspt && q.unlocksWith === 'dspt'),
  ).map((q) => q.id);
}

/** The latest due date whose request has run out by `today`: every one due on it or before has. */
export function expiredDueOn(calendar: Calendar, today: PlainDate): PlainDate {
  let dueOn = addWorkingDays(calendar, today, -REQUEST_GRACE_WORKING_DAYS);
  while (lastAnswerDay(calendar, dueOn) >= today) dueOn = addDays(dueOn, -1);
  return dueOn;
}

/** What is wrong with a request's due date on `today`, in words; null when it will do. */
export function dueOnProblem(
  calendar: Calendar,
  dueOn: PlainDate,
  today: PlainDate,
): string | null {
  if (dueOn <= today) return 'Due date must be in the future';
  if (!isWorkingDay(calendar, dueOn))
    return 'Due date must be a working day, not a weekend or a bank holiday';
  const latest = addWorkingDays(calendar, today, REQUEST_MAX_WORKING_DAYS);
  if (dueOn > latest)
    return `Due date must be ${formatPlainDate(latest)} or earlier, which is ${REQUEST_MAX_WORKING_DAYS} working days from today`;
  return null;
}

export type RequestFacts = {
  /** Questions that apply to the declaration under review. */
  applicable: readonly QuestionId[];
  /** The verdicts in force. */
  verdicts: Partial<Record<QuestionId, Verdict>>;
  requestsSent: number;
  requestsMost: number;
};

/**
 * Why no information request can be sent, in words, or null (domain, the information request): each
 * applicable question is reviewed, at least one is insufficient, and fewer were sent than there may be.
 */
export function requestObstacle(facts: RequestFacts): { code: string; message: string } | null {
  const { applicable, verdicts, requestsSent, requestsMost } = facts;
  const open = applicable.filter((id) => verdicts[id] === undefined);
  if (open.length > 0)
    return { code: 'not_reviewed', message: `Not reviewed yet: ${namesOf(open)}` };
  if (!applicable.some((id) => verdicts[id] === 'insufficient'))
    return { code: 'nothing_missing', message: 'No question is marked insufficient information' };
  if (requestsSent >= requestsMost)
    return {
      code: 'no_request_left',
      message: `${requestsMost} ${requestsMost === 1 ? 'request was' : 'requests were'} sent already, which is all that this case may have`,
    };
  return null;
}

/** One flagged question, in exactly the words that the supplier reads. */
export type RequestItem = {
  questionId: QuestionId;
  reasons: ReasonId[];
  missing: string[];
  note: string;
};

/** The items of a request, in the questions' order: what was insufficient, why, and what is missing, by its guidance. */
export function requestItems(
  reviews: ReadonlyMap<
    QuestionId,
    Pick<Review, 'verdict' | 'points' | 'reasons' | 'noteToSupplier'>
  >,
  guidance: Guidance,
): RequestItem[] {
  return QUESTIONS.flatMap(({ id }) => {
    const review = reviews.get(id);
    if (review?.verdict !== 'insufficient') return [];
    const missing = missingPoints(questionUnder(guidance, id), review.points);
    return [{ questionId: id, reasons: review.reasons, missing, note: review.noteToSupplier }];
  });
}
