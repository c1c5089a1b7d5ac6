import { addWorkingDays } from './clock';
import type { PlainDate } from './dates';
import { type QueueDue, SOON_WORKING_DAYS } from './queue';

/**
 * The due dates that a choice of the queue means on a day, as `workingDaysBetween` counts the days
 * left: `from` the first, null for any before, and `before` the day after the last (the clock).
 */
export function dueDays(
  due: QueueDue,
  today: PlainDate,
): { from: PlainDate | null; before: PlainDate } {
  if (due !== 'soon') return { from: null, before: today };
  return { from: today, before: addWorkingDays(today, SOON_WORKING_DAYS + 1) };
}
