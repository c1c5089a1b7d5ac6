import type { Calendar } from './calendar';
import { addWorkingDays } from './clock';
import type { PlainDate } from './dates';
import { type QueueDue, SOON_WORKING_DAYS } from './queue';
import { olderThan } from './workload';

/** Null: no bound, and without one a case that has no due date is meant, too. */
type DueDays = {
  from: PlainDate | null;
  before: PlainDate | null;
  /** Received before this day, or on it and later. */
  receivedBefore?: PlainDate;
  receivedFrom?: PlainDate;
};

/**
 * The due dates that a choice of the queue means on a day, as `workingDaysBetween` counts the days
 * left: `from` the first and `before` the day after the last, days of London (the clock). Older and
 * newer are what is neither late nor due soon, by the day it was received.
 */
export function dueDays(calendar: Calendar, due: QueueDue, today: PlainDate): DueDays {
  const afterSoon = addWorkingDays(calendar, today, SOON_WORKING_DAYS + 1);
  const older = olderThan(calendar, today);
  if (due === 'soon' || due === 'assessor_soon') return { from: today, before: afterSoon };
  if (due === 'assessor_older') return { from: afterSoon, before: null, receivedBefore: older };
  if (due === 'assessor_newer') return { from: afterSoon, before: null, receivedFrom: older };
  if (due === 'assessor') return { from: null, before: null };
  return { from: null, before: today };
}
