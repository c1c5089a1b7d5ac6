import { bankHolidays } from './bank-holidays';
import { addMonths, dayOfWeek, type PlainDate } from './dates';

/**
 * What is no working day beside weekends, as one version says it. `covers` is the first and the last
 * day that its `days` (in order) speak of; null where the rules of the Act are all there is.
 */
export type Calendar = {
  number: number;
  covers: { from: PlainDate; to: PlainDate } | null;
  days: readonly PlainDate[];
};

/** A bank holiday as a list of them names it. */
export type Holiday = { date: PlainDate; title: string };

/** The first version: what the Act and the proclamations known to the code give for any year. */
export const BASE_CALENDAR: Calendar = { number: 1, covers: null, days: [] };

/** A version that lists its days, each once and in order, and covers all from the first to the last. */
export function calendarOf(number: number, listed: readonly Holiday[]): Calendar {
  const days = listed.map(({ date }) => date);
  const [from, to] = [days[0], days.at(-1)];
  return { number, covers: from && to ? { from, to } : null, days };
}

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

/** The weekdays that one calendar counts as bank holidays and another does not, in order. */
export type CalendarChanges = { added: PlainDate[]; removed: PlainDate[] };

/** A version as its history tells of it. */
export type CalendarVersion = {
  number: number;
  /** The first and the last day, and all that are listed; null: the first, which is worked out. */
  covers: Calendar['covers'];
  days: readonly Holiday[];
  /** What it changed of the version before. */
  changes: CalendarChanges;
  fileName: string | null;
  sha256: string | null;
  source: string;
  reason: string;
  /** Null: as the service began. */
  publishedBy: string | null;
  at: Date;
};
/** What becomes a bank holiday, and what ceases to be one, when one calendar follows another. */
export function calendarChanges(before: Calendar, after: Calendar): CalendarChanges {
  const ends = [before, after].flatMap(({ covers }) => (covers ? [covers.from, covers.to] : []));
  const years = ends.map((day) => Number(day.slice(0, 4)));
  const changes: CalendarChanges = { added: [], removed: [] };
  for (let year = Math.min(...years); year <= Math.max(...years); year += 1) {
    const [was, is] = [holidaysIn(before, year), holidaysIn(after, year)];
    changes.added.push(...is.filter((day) => !was.includes(day)));
    changes.removed.push(...was.filter((day) => !is.includes(day)));
  }
  return changes;
}

const MONTHS_OF_WARNING = 6;

/**
 * The last day that an uploaded calendar covers, once that is six months away or less on `today`, or
 * behind; else null. From the day after it on the rules of the Act are all there is.
 */
export function calendarEnd({ covers }: Calendar, today: PlainDate): PlainDate | null {
  return covers && covers.to <= addMonths(today, MONTHS_OF_WARNING) ? covers.to : null;
}
