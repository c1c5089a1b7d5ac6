import type { Calendar } from './calendar';
import { addWorkingDays, isWorkingDay } from './clock';
import type { PlainDate } from './dates';
import type { RequestStatus } from './request';

/** Working days before the due date on which a supplier is reminded; 0 is the day itself. */
export const REMINDER_DAYS = [7, 2, 0] as const;
export type ReminderDays = (typeof REMINDER_DAYS)[number];

/** The same of the evidence of a sample; -1 is the working day after. */
export const SAMPLE_REMINDER_DAYS = [2, -1] as const;

export type ReminderFacts = {
  requestId: string;
  status: RequestStatus;
  dueOn: PlainDate;
  /** The day on which this due date was set: by the request, or the last time more was given. */
  setOn: PlainDate;
  /** The keys of reminders sent already. */
  sent: readonly string[];
};
export type Reminder<Days extends number> = { key: string; daysBefore: Days };

/** A due date that was moved is reminded of anew, so it is part of the key. */
const keyOf = ({ requestId, dueOn }: ReminderFacts, days: number): string =>
  `${requestId}:${dueOn}:${days}`;

/**
 * The reminder of an information request, or of something like it with its own `of` days, that is due
 * on `today` ('yyyy-mm-dd', London), one at the most: on working days only, each once, none once the
 * request ended or the last of the days passed. A day on which nothing ran is made up for until the
 * next reminder's day; what was set later than a reminder's day has none.
 */
export function remindersDue<Days extends number>(
  calendar: Calendar,
  facts: ReminderFacts,
  today: PlainDate,
  of: readonly Days[],
): Reminder<Days>[] {
  const { status, dueOn, setOn, sent } = facts;
  const last = addWorkingDays(calendar, dueOn, -Math.min(...of));
  if (status !== 'open' || today > last || !isWorkingDay(calendar, today)) return [];
  const reached = of.filter((days) => addWorkingDays(calendar, dueOn, -days) <= today);
  const days = reached.at(-1);
  if (days === undefined || addWorkingDays(calendar, dueOn, -days) <= setOn) return [];
  const key = keyOf(facts, days);
  return sent.includes(key) ? [] : [{ key, daysBefore: days }];
}
