import { readTypedMonth } from './dashboard-filters';
import { addMonths, type PlainDate } from './dates';
import { periodOf } from './figure-periods';

/** How far back a report goes, in months. */
const MOST_MONTHS = 60;

/**
 * The month that a report's address asks for, by its first day: the last whole one unless it says
 * another that has begun, within five years. `wrong`: what it says is none of these.
 */
export function readReportMonth(
  text: string | string[] | undefined,
  today: PlainDate,
): { month: PlainDate; wrong: boolean } {
  const usual = addMonths(periodOf('month', today), -1);
  if (text === undefined || text === '') return { month: usual, wrong: false };
  const month = typeof text === 'string' ? readTypedMonth(text) : null;
  const known = month !== null && month <= today && month >= addMonths(usual, -MOST_MONTHS);
  return known ? { month, wrong: false } : { month: usual, wrong: true };
}
