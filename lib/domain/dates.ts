import { lowerFirst } from './text';

/** A calendar day without a time, 'yyyy-mm-dd'. Text from outside becomes one only by parsing. */
export type PlainDate = `${number}-${number}-${number}`;

export type DateField = 'day' | 'month' | 'year';
export type DateProblem =
  | 'missing'
  | 'missing_day'
  | 'missing_month'
  | 'missing_year'
  | 'not_a_date'
  | 'two_digit_year';
export type DateReading =
  | { ok: true; date: PlainDate }
  | { ok: false; problem: DateProblem; fields: DateField[] };

const FIELDS: DateField[] = ['day', 'month', 'year'];
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const pad = (value: number, width: number) => String(value).padStart(width, '0');

function fromUtc(milliseconds: number): PlainDate {
  return new Date(milliseconds).toISOString().slice(0, 10) as PlainDate;
}

/** Milliseconds since 1970 of the day's midnight in UTC: for arithmetic, never an instant. */
function toUtc(date: PlainDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** The date of three numbers, or null when the calendar has no such day or the year is outside 1900 to 2100. */
export function plainDate(year: number, month: number, day: number): PlainDate | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as PlainDate;
}

/** Reads exactly 'yyyy-mm-dd', years 1900 to 2100; null for anything else, 31 February included. */
export function parsePlainDate(text: string): PlainDate | null {
  const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text);
  return match && plainDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Reads 'yyyy-mm-dd' or 'dd/mm/yyyy' as files hold them, spaces around allowed; null for anything else. */
export function readLooseDate(text: string): PlainDate | null {
  const trimmed = text.trim();
  const match = /^([0-9]{1,2})\/([0-9]{1,2})\/([0-9]{4})$/.exec(trimmed);
  if (!match) return parsePlainDate(trimmed);
  return plainDate(Number(match[3]), Number(match[2]), Number(match[1]));
}

function readMonth(text: string): number | null {
  if (/^[0-9]{1,2}$/.test(text)) return Number(text);
  const word = text.toLowerCase().replace(/\.$/, '');
  const index = MONTHS.findIndex((name) => {
    const full = name.toLowerCase();
    return word === full || word === full.slice(0, 3) || (word === 'sept' && full === 'september');
  });
  return index < 0 ? null : index + 1;
}

/**
 * Reads the three boxes of a date question: month as a number, a name or its abbreviation, spaces
 * around allowed, ASCII digits only, years 1900 to 2100. `fields` are the boxes to mark; what is
 * missing is said before what is wrong. Problems: see DateProblem.
 */
export function readDateFields(
  typed: Partial<Record<DateField, string | null | undefined>>,
): DateReading {
  const text = (field: DateField) => (typed[field] ?? '').trim();
  const missing = FIELDS.filter((field) => text(field) === '');
  const [first] = missing;
  if (missing.length === FIELDS.length) return { ok: false, problem: 'missing', fields: FIELDS };
  if (first) return { ok: false, problem: `missing_${first}`, fields: missing };

  const year = text('year');
  if (/^[0-9]{2}$/.test(year)) return { ok: false, problem: 'two_digit_year', fields: ['year'] };
  const day = /^[0-9]{1,2}$/.test(text('day')) ? Number(text('day')) : 0;
  const month = readMonth(text('month')) ?? 0;
  const date = /^[0-9]{4}$/.test(year) ? plainDate(Number(year), month, day) : null;
  if (date) return { ok: true, date };

  const inRange =
    /^[0-9]{4}$/.test(year) && Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR;
  const wrong: DateField[] = [];
  if (day < 1 || day > 31) wrong.push('day');
  if (month < 1 || month > 12) wrong.push('month');
  if (!inRange) wrong.push('year');
  return { ok: false, problem: 'not_a_date', fields: wrong.length > 0 ? wrong : FIELDS };
}

/**
 * The sentence for a problem of a date question. `what` names the date without an article, as it
 * would begin a sentence: 'Date your status was published'. With `fields` of the reading, two
 * missing boxes are both named.
 */
export function dateProblemMessage(
  problem: DateProblem,
  what: string,
  fields: DateField[] = [],
): string {
  switch (problem) {
    case 'missing':
      return `Enter the ${lowerFirst(what)}`;
    case 'missing_day':
    case 'missing_month':
    case 'missing_year': {
      const named = fields.length > 0 ? fields : [problem.replace('missing_', '')];
      return `${what} must include a ${named.join(' and ')}`;
    }
    case 'two_digit_year':
      return `${what} must have a year with 4 numbers`;
    case 'not_a_date':
      return `${what} must be a real date`;
  }
}

/** The three boxes of a date, as numbers without leading zeros: to fill in a form again. */
export function dateFields(date: PlainDate): Record<DateField, string> {
  const [year = '', month = '', day = ''] = date.split('-');
  return { day: String(Number(day)), month: String(Number(month)), year };
}

/** '14 December 2026', as the NHS content guide writes dates. */
export function formatPlainDate(date: PlainDate): string {
  const { day, month, year } = dateFields(date);
  return `${day} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** Whether a day comes after another; days compare as the text that they are. */
export const isAfter = (date: PlainDate, other: PlainDate): boolean => date > other;

/** Calendar days from one date to another, negative when the second is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((toUtc(to) - toUtc(from)) / 86_400_000);
}

/** The date `days` calendar days later, or earlier when negative. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromUtc(toUtc(date) + days * 86_400_000);
}

/** The same day `months` later; the month's last day when it has no such day (31 January to 28 February). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { day, month, year } = dateFields(date);
  const index = Number(year) * 12 + Number(month) - 1 + months;
  const [toYear, toMonth] = [Math.floor(index / 12), index - Math.floor(index / 12) * 12];
  const last = new Date(Date.UTC(toYear, toMonth + 1, 0)).getUTCDate();
  return fromUtc(Date.UTC(toYear, toMonth, Math.min(Number(day), last)));
}

/** The anniversary `years` later; 29 February becomes 28 in a year without one. */
export function addYears(date: PlainDate, years: number): PlainDate {
  return addMonths(date, years * 12);
}

/** 0 for Sunday to 6 for Saturday. */
export function dayOfWeek(date: PlainDate): number {
  return new Date(toUtc(date)).getUTCDay();
}
