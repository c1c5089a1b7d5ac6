import { type Calendar, calendarChanges } from './calendar';
import { formatPlainDate, type PlainDate } from './dates';

/** Days in words, for the history: '25 December 2027; 27 December 2027', or 'none'. */
export const daysInWords = (days: readonly PlainDate[]): string =>
  days.length === 0 ? 'none' : days.map(formatPlainDate).join('; ');

/** Whether two calendars cover and count the same, so that publishing the other one changes nothing. */
export function changesNothing(before: Calendar, after: Calendar): boolean {
  const { added, removed } = calendarChanges(before, after);
  const covers = ({ covers: days }: Calendar) => `${days?.from} ${days?.to}`;
  return added.length + removed.length === 0 && covers(before) === covers(after);
}

/** What a manager should look at twice before a calendar is published, each in a sentence. */
export function calendarWarnings(before: Calendar, after: Calendar, today: PlainDate): string[] {
  const past = calendarChanges(before, after).removed.filter((day) => day < today);
  const [was, is] = [before.covers?.to, after.covers?.to];
  return [
    ...(was && is && is < was
      ? [
          `This file ends on ${formatPlainDate(is)}. The calendar in force ends later, on ${formatPlainDate(was)}.`,
        ]
      : []),
    ...(is && is < today ? [`This file says nothing of days after ${formatPlainDate(is)}.`] : []),
    ...(past.length > 0
      ? [
          `This file leaves out ${past.length === 1 ? 'a bank holiday that has passed' : 'bank holidays that have passed'}: ${daysInWords(past)}.`,
        ]
      : []),
  ];
}
