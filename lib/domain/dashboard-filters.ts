import { addDays, addMonths, formatPlainDate, type PlainDate, plainDate } from './dates';
import { nextPeriod, PERIODS, type Period, periodOf } from './figure-periods';
import type { FigureFilter } from './figure-sums';
import { isId } from './ids';
import type { FieldProblem } from './result';

/** The times that can be looked at; `by` is what they are summed by unless the address says. */
export const DASHBOARD_TIMES = {
  '12-weeks': { label: 'Last 12 weeks', by: 'week' },
  '6-months': { label: 'Last 6 months', by: 'month' },
  '12-months': { label: 'Last 12 months', by: 'month' },
  months: { label: 'The months I enter', by: 'month' },
} as const satisfies Record<string, { label: string; by: Period }>;
export type DashboardTime = keyof typeof DASHBOARD_TIMES;
const USUAL: DashboardTime = '12-weeks';

export const PERIOD_LABELS: Record<Period, string> = { week: 'Week', month: 'Month' };

const MOST_MONTHS = 60;
const MOST_WEEKS = 60;

/**
 * What a dashboard shows: figures as they are filtered, and which time that is. `from` and `to` are
 * the edges of whole weeks or months, so that sums, lists and words tell of the same days; `asked` is
 * the time as it was chosen.
 */
export type DashboardFilters = FigureFilter & { time: DashboardTime; asked: Span };

/** An address as it was read: filters that can always be shown, what was typed, what is wrong with it. */
export type DashboardReading = {
  filters: DashboardFilters;
  values: Record<FilterName, string>;
  problems: FieldProblem[];
};

const NAMES = ['time', 'from', 'to', 'by', 'assessor', 'supplier', 'product', 'was'] as const;
type FilterName = (typeof NAMES)[number];
type Query = Record<string, string | string[] | undefined>;
type Listed = readonly { id: string }[];
/** Who and what can be chosen, where the page lists them: an id that is not there is unknown. */
export type Choices = { assessors?: Listed; suppliers?: Listed; products?: Listed };

const MOST_TYPED = 40;

function typedIn(query: Query): Record<FilterName, string> {
  const one = (name: FilterName): string => {
    const value = query[name];
    const text = (Array.isArray(value) ? value[0] : value) ?? '';
    return text
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, MOST_TYPED);
  };
  return Object.fromEntries(NAMES.map((name) => [name, one(name)])) as Record<FilterName, string>;
}

const monthNames = Array.from({ length: 12 }, (_, index) =>
  monthWords(plainDate(2000, index + 1, 1) as PlainDate)
    .split(' ')[0]
    ?.toLowerCase(),
);

/** 'October 2026' of a day in it. */
export function monthWords(day: PlainDate): string {
  return formatPlainDate(day).split(' ').slice(1).join(' ');
}

/** The first day of a month as people write it: '2026-10', '10/2026', '10 2026', 'October 2026', 'Oct 2026'. */
export function readTypedMonth(text: string): PlainDate | null {
  const words = text
    .toLowerCase()
    .split(/[\s/.,-]+/)
    .filter(Boolean);
  if (words.length !== 2) return null;
  const year = words.find((word) => /^[0-9]{4}$/.test(word));
  const other = words.find((word) => word !== year) ?? '';
  const named = monthNames.findIndex(
    (name) => other.length >= 3 && name?.startsWith(other === 'sept' ? 'sep' : other),
  );
  const month = /^[0-9]{1,2}$/.test(other) ? Number(other) : named + 1;
  return year ? plainDate(Number(year), month, 1) : null;
}

type Span = { from: PlainDate; to: PlainDate };

/** The whole weeks or months that a time touches; of the one that is under way the days so far. */
function wholePeriods(period: Period, { from, to }: Span, today: PlainDate): Span {
  const end = addDays(nextPeriod(period, periodOf(period, to)), -1);
  return { from: periodOf(period, from), to: end < today ? end : today };
}

/** The time of a preset: whole weeks or months that end with the one of today. */
function presetSpan(time: DashboardTime, today: PlainDate): Span {
  const from = {
    '12-weeks': addDays(periodOf('week', today), -11 * 7),
    '6-months': addMonths(periodOf('month', today), -5),
    '12-months': addMonths(periodOf('month', today), -11),
    months: periodOf('month', today),
  }[time];
  return { from, to: today };
}

function readMonths(typed: Record<'from' | 'to', string>, today: PlainDate): Span | FieldProblem[] {
  const problems: FieldProblem[] = [];
  const read = (field: 'from' | 'to', what: string): PlainDate | null => {
    const month = readTypedMonth(typed[field]);
    const message =
      typed[field] === ''
        ? `Enter the ${what} month`
        : month === null
          ? `The ${what} month must be a real month, such as 3 2026`
          : month > today
            ? `The ${what} month must be ${monthWords(today)} or earlier`
            : null;
    if (message) problems.push({ field, message });
    return month;
  };
  const [from, last] = [read('from', 'first'), read('to', 'last')];
  if (!from || !last || problems.length > 0) return problems;
  if (from > last)
    return [{ field: 'from', message: `The first month must be ${monthWords(last)} or earlier` }];
  if (addMonths(from, MOST_MONTHS) <= last)
    return [{ field: 'from', message: 'Choose 5 years or less' }];
  const end = addDays(addMonths(last, 1), -1);
  return { from, to: end < today ? end : today };
}

/** Whether months were typed that count: also beside a preset, unless that was chosen instead of them. */
function wantsMonths({ time, from, to, was }: Record<FilterName, string>): boolean {
  if (time === 'months') return true;
  return (from !== '' || to !== '') && was !== 'months';
}

const CHOICES = { assessor: 'an assessor', supplier: 'a supplier', product: 'a product' };
type Choice = keyof typeof CHOICES;

const isTime = (text: string): text is DashboardTime => Object.hasOwn(DASHBOARD_TIMES, text);
const isPeriod = (text: string): text is Period => PERIODS.some((each) => each === text);

/** That nobody and nothing of a filter's kind has the id in the address. */
export const unknownChoice = (field: Choice): FieldProblem => ({
  field,
  message: `Choose ${CHOICES[field]} from the list: the one in the address is not known`,
});

function readChoice(field: Choice, id: string, listed: Listed | undefined) {
  const known = isId(id) && (listed?.some((each) => each.id === id.toLowerCase()) ?? true);
  if (id === '' || known) return { id: id === '' ? null : id.toLowerCase(), problems: [] };
  return { id: null, problems: [unknownChoice(field)] };
}

/**
 * Reads the filters of a dashboard from its address. Whatever is impossible or unknown is a problem
 * of its field, in words, and shown as if it had not been said: the last 12 weeks, by the usual
 * period, of everybody. `today` is London's.
 */
export function readDashboardFilters(
  query: Query,
  today: PlainDate,
  choices: Choices = {},
): DashboardReading {
  const typed = typedIn(query);
  const problems: FieldProblem[] = [];
  let time: DashboardTime = isTime(typed.time) ? typed.time : USUAL;
  if (typed.time !== '' && !isTime(typed.time))
    problems.push({ field: 'time', message: 'Choose a time from the list' });
  let span = presetSpan(time, today);
  if (wantsMonths(typed)) {
    const months = readMonths(typed, today);
    time = Array.isArray(months) ? USUAL : 'months';
    if (Array.isArray(months)) problems.push(...months);
    span = Array.isArray(months) ? presetSpan(USUAL, today) : months;
  }
  let period: Period = isPeriod(typed.by) ? typed.by : DASHBOARD_TIMES[time].by;
  if (typed.by !== '' && !isPeriod(typed.by))
    problems.push({ field: 'by', message: 'Choose weeks or months' });
  const weeks = wholePeriods('week', span, today);
  if (period === 'week' && addDays(weeks.from, MOST_WEEKS * 7) <= weeks.to) {
    problems.push({
      field: 'by',
      message: `Choose months: weeks are for ${MOST_WEEKS} weeks at most`,
    });
    period = 'month';
  }
  const assessor = readChoice('assessor', typed.assessor, choices.assessors);
  const supplier = readChoice('supplier', typed.supplier, choices.suppliers);
  const product = readChoice('product', typed.product, choices.products);
  problems.push(...assessor.problems, ...supplier.problems, ...product.problems);
  const ids = { assessorId: assessor.id, organisationId: supplier.id, productId: product.id };
  const shown = { time, period, ...wholePeriods(period, span, today), asked: span };
  return { filters: { ...shown, ...ids }, values: asShown(typed, time), problems };
}

/** What the fields show: all that was typed, and months only where they count. */
function asShown(
  typed: Record<FilterName, string>,
  time: DashboardTime,
): Record<FilterName, string> {
  if (wantsMonths(typed)) return { ...typed, time: 'months', was: 'months' };
  return { ...typed, time: typed.time === '' ? time : typed.time, from: '', to: '', was: time };
}

/** The query of an address with these filters: '?time=6-months', or '' for the usual ones. */
export function dashboardQuery(filters: DashboardFilters): '' | `?${string}` {
  const { time, period, asked, assessorId, organisationId, productId } = filters;
  const said = new URLSearchParams();
  if (time !== USUAL) said.set('time', time);
  if (time === 'months') {
    said.set('from', asked.from.slice(0, 7));
    said.set('to', asked.to.slice(0, 7));
  }
  if (period !== DASHBOARD_TIMES[time].by) said.set('by', period);
  if (assessorId) said.set('assessor', assessorId);
  if (organisationId) said.set('supplier', organisationId);
  if (productId) said.set('product', productId);
  return said.size === 0 ? '' : `?${said}`;
}

/** '31 August 2026 to 22 November 2026': the days that are looked at, both with them. */
export const spanWords = ({ from, to }: Span): string =>
  `${formatPlainDate(from)} to ${formatPlainDate(to)}`;

/** 'Shown: 7 September 2026 to 23 November 2026, by week.', and why these are more days than were chosen. */
export function shownWords({ filters, problems }: Omit<DashboardReading, 'values'>): string {
  const { period, asked } = filters;
  const begin = problems.length > 0 ? 'Shown instead' : 'Shown';
  const shown = `${begin}: ${spanWords(filters)}, by ${PERIOD_LABELS[period].toLowerCase()}.`;
  const wider = asked.from !== filters.from || asked.to !== filters.to;
  return wider ? `${shown} Every ${period} is shown whole.` : shown;
}
