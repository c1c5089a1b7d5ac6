import type { Known } from './scale';

/** What is counted or measured, one and many of it. */
export type Counted = { one: string; many: string };
/** What a chart's numbers are: so many of something, or a share of a hundred. */
export type Unit = Counted | 'percent';

export const APPLICATIONS: Counted = { one: 'application', many: 'applications' };
export const WORKING_DAYS: Counted = { one: 'working day', many: 'working days' };

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** Said where nothing is known: never 0. */
const NOT_KNOWN = 'Not known';

/** '7', '1,200', '7.5', '45%', without what it counts; 'Not known' for null. */
export function shortValue(value: Known, unit: Unit): string {
  if (value === null) return NOT_KNOWN;
  return `${number.format(value)}${unit === 'percent' ? '%' : ''}`;
}

/** A number beside an axis: as `shortValue`, from a million on in millions ('1.5m'), to leave room. */
export function tickText(value: number, unit: Unit): string {
  return value < 1_000_000 ? shortValue(value, unit) : `${number.format(value / 1_000_000)}m`;
}

/** '7 working days', '1 application', '45%'; 'not known' for null. */
export function sayValue(value: Known, unit: Unit): string {
  if (value === null) return NOT_KNOWN.toLowerCase();
  if (unit === 'percent') return shortValue(value, unit);
  const written = number.format(value);
  return `${written} ${written === '1' ? unit.one : unit.many}`;
}

type Trend = {
  /** How the sentence begins: 'Median', '80th percentile', or '' for none. */
  measure: string;
  /** What follows the number: 'to first response'; '' for none. */
  of: string;
  unit: Unit;
  now: Known;
  before: Known;
  /** As it is said after 'in': 'October', 'the 12 weeks before'. */
  beforeName: string;
};

const begin = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const joined = (...parts: string[]): string => begin(parts.filter(Boolean).join(' '));

/**
 * 'Median 7 working days to first response, up from 5 in October.': a figure against an earlier
 * one, of which nothing is said where it is not known. Compared as they are written.
 */
export function trendSentence({ measure, of, unit, now, before, beforeName }: Trend): string {
  if (now === null) return `${joined(measure, of)}: not known for this period.`;
  const head = joined(measure, sayValue(now, unit), of);
  if (before === null) return `${head}.`;
  const [written, earlier] = [shortValue(now, unit), shortValue(before, unit)];
  if (written === earlier) return `${head}, the same as in ${beforeName}.`;
  return `${head}, ${now > before ? 'up' : 'down'} from ${earlier} in ${beforeName}.`;
}

type Ranked = { label: string; value: number };

/**
 * 'Most: Q.4 no scope given, 12 of 40 applications (30%).': the largest of ranked things, with its
 * share of `total`; the first two where they are level. `none` is said where all are 0.
 */
export function mostSentence(
  rows: readonly Ranked[],
  total: number,
  unit: Counted,
  none: string,
): string {
  const most = Math.max(0, ...rows.map(({ value }) => value));
  if (most === 0) return none;
  const top = rows.filter(({ value }) => value === most);
  const share = total > 0 ? `, ${number.format(most)} of ${sayValue(total, unit)}` : '';
  const percent = total > 0 ? ` (${Math.round((most / total) * 100)}%)` : '';
  const [first, second, ...more] = top.map(({ label }) => label);
  if (second === undefined) return `Most: ${first}${share}${percent}.`;
  const others = more.length > 0 ? ` and ${more.length} more` : '';
  const names = others ? `${first}, ${second}${others}` : `${first} and ${second}`;
  return `Most, level: ${names}${share} each${percent}.`;
}

type Point = { label: string; value: Known };

/** 'Week of 5 October 2026' in the middle of a sentence: 'the week of 5 October 2026'. */
const within = (label: string) => label.replace(/^Week/, 'the week');

/**
 * '120 approvals in all, most in July 2027: 45.': a total over time and where it is highest, the first
 * and how many more where several are; `none` where nothing is known or all is 0.
 */
export function peakSentence(points: readonly Point[], unit: Counted, none: string): string {
  const known = points.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]));
  const total = known.reduce((sum, { value }) => sum + value, 0);
  if (total === 0) return none;
  const most = Math.max(...known.map(({ value }) => value));
  const [first = '', second = '', ...more] = known
    .filter(({ value }) => value === most)
    .map(({ label }) => within(label));
  const others = more.length > 0 ? `${1 + more.length} more` : second;
  const names = second ? `${first} and ${others}` : first;
  const each = second ? ' each' : '';
  return `${sayValue(total, unit)} in all, most in ${names}: ${number.format(most)}${each}.`;
}
