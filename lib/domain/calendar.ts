import { bankHolidays } from './bank-holidays';
import { dayOfWeek, type PlainDate } from './dates';

/**
 * What is no working day beside weekends, as one version says it. `covers` is the first and the last
 * day that its `days` (in order) speak of; null where the rules of the Act are all there is.
 */
export type Calendar = {
  number: number;
  covers: { from: PlainDate; to: PlainDate } | null;
  days: readonly PlainDate[];
};

/** The first version: what the Act and the proclamations known to the code give for any year. */
export const BASE_CALENDAR: Calendar = { number: 1, covers: null, days: [] };

const isWeekend = (day: PlainDate): boolean => dayOfWeek(day) % 6 === 0;

const isCovered = ({ covers }: Calendar, day: PlainDate): boolean =>
  covers !== null && day >= covers.from && day <= covers.to;

const known = new WeakMap<Calendar, Map<number, readonly PlainDate[]>>();

/**
 * The bank holidays of a year that fall on weekdays, in order: those of the calendar from the first
 * to the last day that it covers, and before and after those the rules of the Act (the clock).
 */
export function holidaysIn(calendar: Calendar, year: number): readonly PlainDate[] {
  const years = known.get(calendar) ?? new Map<number, readonly PlainDate[]>();
  known.set(calendar, years);
  const before = years.get(year);
  if (before) return before;
  const listed = calendar.days.filter((day) => Number(day.slice(0, 4)) === year && !isWeekend(day));
  const ruled = bankHolidays(year).filter((day) => !isCovered(calendar, day));
  const found = [...listed, ...ruled].sort();
  years.set(year, found);
  return found;
}
