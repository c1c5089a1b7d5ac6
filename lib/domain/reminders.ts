import { addWorkingDays, isWorkingDay } from './clock';
import type { PlainDate } from './dates';
import type { RequestStatus } from './request';

/** Working days before the due date on which a supplier is reminded; 0 is the day itself. */
export const REMINDER_DAYS = [7, 2, 0] as const;
export type ReminderDays = (typeof REMINDER_DAYS)[number];

export type ReminderFacts = {
  requestId: string;
  status: RequestStatus;
  dueOn: PlainDate;
  /** The day on which this due date was set: by the request, or the last time more was given. */
  setOn: PlainDate;
  /** The keys of reminders sent already. */
  sent: readonly string[];
};
export type Reminder = { key: string; daysBefore: ReminderDays };

/** A due date that was moved is reminded of anew, so it is part of the key. */
const keyOf = ({ requestId, dueOn }: ReminderFacts, days: ReminderDays): string =>
  `${requestId}:${dueOn}:${days}`;

/**
 * The reminder of an information request that is due on `today` ('yyyy-mm-dd', London), one at the
 * most: on working days only, each once, none once the request ended or its due date passed. A day
 * on which nothing ran is made up for until the next reminder's day; what was set later than a
 * reminder's day has none.
 */
export function remindersDue(facts: ReminderFacts, today: PlainDate): Reminder[] {
  const { status, dueOn, setOn, sent } = facts;
  if (status !== 'open' || today > dueOn || !isWorkingDay(today)) return [];
  const reached = REMINDER_DAYS.filter((days) => addWorkingDays(dueOn, -days) <= today);
  const days = reached.at(-1);
  if (days === undefined || addWorkingDays(dueOn, -days) <= setOn) return [];
  const key = keyOf(facts, days);
  return sent.includes(key) ? [] : [{ key, daysBefore: days }];
}
