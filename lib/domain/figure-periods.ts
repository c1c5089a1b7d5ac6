import { addDays, addMonths, dayOfWeek, type PlainDate } from './dates';

/** What figures are summed by: weeks from Monday, and calendar months. */
export const PERIODS = ['week', 'month'] as const;
export type Period = (typeof PERIODS)[number];

/** The first day of the week or month that holds a day. */
export function periodOf(period: Period, day: PlainDate): PlainDate {
  if (period === 'month') return `${day.slice(0, 7)}-01` as PlainDate;
  return addDays(day, -((dayOfWeek(day) + 6) % 7));
}

/** The first day of the period after the one that begins on `startsOn`. */
export const nextPeriod = (period: Period, startsOn: PlainDate): PlainDate =>
  period === 'month' ? addMonths(startsOn, 1) : addDays(startsOn, 7);

/** The first day of as many periods before a time as it has, which they end with: to compare it with. */
export function startBefore(period: Period, from: PlainDate, to: PlainDate): PlainDate {
  const many = periodsBetween(period, from, to).length;
  const first = periodOf(period, from);
  return period === 'month' ? addMonths(first, -many) : addDays(first, -7 * many);
}

/** 'the 12 weeks before', 'the month before': so many periods before a time, as said after 'in'. */
export const beforeWords = (period: Period, many: number): string =>
  many === 1 ? `the ${period} before` : `the ${many} ${period}s before`;

/** The first days of all periods that hold a day from `from` to `to`, in order. */
export function periodsBetween(period: Period, from: PlainDate, to: PlainDate): PlainDate[] {
  const starts: PlainDate[] = [];
  for (let day = periodOf(period, from); day <= to; day = nextPeriod(period, day)) starts.push(day);
  return starts;
}
