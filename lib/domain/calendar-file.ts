import { z } from 'zod';
import type { Holiday } from './calendar';
import { parsePlainDate } from './dates';

/** Longer than any list of bank holidays there is; the list on GOV.UK has about 25 kB. */
export const MOST_BYTES_OF_A_CALENDAR = 100 * 1024;
/** Where the list is published. */
export const CALENDAR_LIST = 'https://www.gov.uk/bank-holidays.json';
const MOST_DAYS = 400;
/** Years that somebody may mean; anything else is mistyped. */
const YEARS = { first: 2000, last: 2099 };
const DIVISION = 'england-and-wales';

const dayOf = (about: string) => (about.includes('-') ? about : `Day ${about}`);
const PROBLEMS = {
  not_json: () => 'The selected file must be JSON',
  shape: () => 'The selected file must be the list of bank holidays as GOV.UK publishes it',
  no_division: () => `The selected file must hold England and Wales, as ‘${DIVISION}’`,
  no_days: () => 'The selected file must hold at least one day for England and Wales',
  many_days: (about: string) =>
    `The selected file must hold ${MOST_DAYS} days or fewer for England and Wales. It holds ${about}`,
  no_title: (about: string) =>
    `Day ${about} of England and Wales in the selected file must have a date and a title`,
  not_real: (about: string) =>
    `${dayOf(about)} of England and Wales in the selected file must be a real date, such as 2027-12-25`,
  far: (about: string) =>
    `${about} in the selected file must be in the years ${YEARS.first} to ${YEARS.last}`,
  twice: (about: string) => `${about} must be in the selected file once. It is there twice`,
} as const;

/** What is wrong with a file; stands in addresses, so never renamed. */
export type CalendarProblem = keyof typeof PROBLEMS;

export const isCalendarProblem = (text: string): text is CalendarProblem =>
  Object.hasOwn(PROBLEMS, text);

/** The sentence for it; `about` is a day as the file has it, or a number of days. */
export const calendarProblem = (why: CalendarProblem, about: string): string =>
  PROBLEMS[why](/^[0-9-]{1,20}$/.test(about) ? about : 'One');

type Reading = { ok: true; days: Holiday[] } | { ok: false; why: CalendarProblem; about: string };

const listSchema = z.object({ events: z.array(z.unknown()) });
const eventSchema = z.object({
  date: z.string().max(100),
  title: z.string().trim().min(1).max(200),
});
const wrong = (why: CalendarProblem, about: number | string = ''): Reading => ({
  ...{ ok: false, why, about: String(about) },
});

function parse(text: string): unknown {
  try {
    // A byte order mark, as an editor on Windows leaves it, is no part of JSON.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function readDays(events: readonly unknown[]): Reading {
  const found = new Map<string, Holiday>();
  for (const [index, event] of events.entries()) {
    const read = eventSchema.safeParse(event);
    if (!read.success) return wrong('no_title', index + 1);
    const { date: typed, title } = read.data;
    const date = parsePlainDate(typed);
    if (!date) return wrong('not_real', /^[0-9]+(-[0-9]+)+$/.test(typed) ? typed : index + 1);
    const year = Number(date.slice(0, 4));
    if (year < YEARS.first || year > YEARS.last) return wrong('far', date);
    if (found.has(date)) return wrong('twice', date);
    found.set(date, { date, title });
  }
  return { ok: true, days: [...found.values()].sort((a, b) => a.date.localeCompare(b.date)) };
}

/**
 * The days of a list of bank holidays as GOV.UK publishes it, in order: those of England and Wales;
 * what is said of others is passed by. A day on a weekend is taken, and changes nothing. Else what is
 * wrong, the first thing found.
 */
export function readCalendarFile(text: string): Reading {
  const parsed = parse(text);
  if (parsed === undefined) return wrong('not_json');
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return wrong('shape');
  if (!Object.hasOwn(parsed, DIVISION)) return wrong('no_division');
  const list = listSchema.safeParse((parsed as Record<string, unknown>)[DIVISION]);
  if (!list.success) return wrong('shape');
  const { events } = list.data;
  if (events.length === 0) return wrong('no_days');
  if (events.length > MOST_DAYS) return wrong('many_days', events.length);
  return readDays(events);
}
