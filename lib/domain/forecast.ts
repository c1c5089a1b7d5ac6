import { type Status, waitingOn } from './application';
import type { Calendar } from './calendar';
import { addWorkingDays } from './clock';
import { addMonths, type PlainDate } from './dates';
import { periodOf } from './figure-periods';
import { casesIn, type Histogram, withinShare } from './figure-sums';
import { countedTurns, daysSoFar, type Turn } from './turns';

/** Fewer decided cases tell nothing of the next one. */
export const FORECAST_LEAST = 20;
/** Fewer that took longer than this one has so far tell nothing of what is left of it. */
const LEAST_LEFT = 5;
const MONTHS = 6;

/** The first day of the months whose decisions are looked at: six and the present one. */
export const forecastSince = (today: PlainDate): PlainDate =>
  periodOf('month', addMonths(periodOf('month', today), -MONTHS));

/** Decided cases that an estimate rests on: how many, since when, and how long this one took so far. */
type Basis = { decided: number; since: PlainDate; spent: number };
/**
 * `window`: a decision is likely from one day to another. `after_answer`: likely so many working days
 * after the supplier answers, or `after_submission`, submits again what was taken back. `longer`: it
 * has taken longer than nearly all.
 */
export type Forecast = Basis &
  (
    | { kind: 'window'; from: PlainDate; to: PlainDate }
    | { kind: 'after_answer' | 'after_submission'; early: number; late: number }
    | { kind: 'longer' }
  );

export type ForecastFacts = {
  /** Cases decided since `forecastSince`, by the working days that they were with us. */
  closed: Histogram;
  /** The turns of this one, oldest first. */
  turns: readonly Turn[];
  now: Date;
  /** Its status: whose move it is. */
  status: Status;
  today: PlainDate;
  calendar: Calendar;
};

/**
 * When a case is likely to be decided **[I]**: of the cases decided in six months that were with us
 * for longer than this one has been, the middle six in ten, by the days they had left. Its days are
 * counted as those of the others are: since a review that was upheld, and none before it was taken
 * back. Null where too few are decided, or it was never submitted.
 */
export function forecastOf({
  closed,
  turns,
  now,
  status,
  today,
  calendar,
}: ForecastFacts): Forecast | null {
  const decided = casesIn(closed);
  if (decided < FORECAST_LEAST || turns.length === 0) return null;
  const days = daysSoFar(calendar, countedTurns(turns), now) ?? { assessor: 0, secondPerson: 0 };
  const spent = days.assessor + days.secondPerson;
  const basis = { decided, since: forecastSince(today), spent };
  const left = new Map(
    [...closed].flatMap(([days, cases]) => (days > spent ? [[days - spent, cases] as const] : [])),
  );
  const early = withinShare(left, 0.2);
  const late = withinShare(left, 0.8);
  if (early === null || late === null || casesIn(left) < LEAST_LEFT)
    return { ...basis, kind: 'longer' };
  if (status === 'draft') return { ...basis, kind: 'after_submission', early, late };
  if (waitingOn(status) === 'supplier') return { ...basis, kind: 'after_answer', early, late };
  const on = (days: number) => addWorkingDays(calendar, today, days);
  return { ...basis, kind: 'window', from: on(early), to: on(late) };
}
