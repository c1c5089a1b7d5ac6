import { addWorkingDays } from './clock';
import type { PlainDate } from './dates';
import { QUESTIONS } from './questions/catalogue';
import type { QuestionId } from './questions/types';

/** The information request's machine: open, then one of three ends. */
export const REQUEST_STATUSES = ['open', 'answered', 'cancelled', 'expired'] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];

export const REQUEST_DUE_WORKING_DAYS = 10;
/** A request expires this many working days after its due date. */
export const REQUEST_GRACE_WORKING_DAYS = 10;

/** The due date offered by default: ten working days after `today` ('yyyy-mm-dd', London). */
export const defaultDueOn = (today: PlainDate): PlainDate =>
  addWorkingDays(today, REQUEST_DUE_WORKING_DAYS);

/** The last day on which a request due on `dueOn` can still be answered. */
export const lastAnswerDay = (dueOn: PlainDate): PlainDate =>
  addWorkingDays(dueOn, REQUEST_GRACE_WORKING_DAYS);

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
