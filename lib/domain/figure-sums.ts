import type { Measure } from './case-figures';
import type { PlainDate } from './dates';
import type { Period } from './figure-periods';

/** Which figures are looked at; every day from `from` to `to`, both with it. */
export type FigureFilter = {
  period: Period;
  from: PlainDate;
  to: PlainDate;
  /** Null: everybody's. */
  assessorId: string | null;
  organisationId: string | null;
  productId: string | null;
};

/** How many cases have a figure in one period. */
export type FigureSum = {
  startsOn: PlainDate;
  measure: Measure;
  label: string;
  value: number;
  cases: number;
};

/** The same without its values: how many cases, and the sum of their values. */
export type FigureTotal = { startsOn: PlainDate; measure: Measure; cases: number; total: number };

/** How many cases have each value. */
export type Histogram = ReadonlyMap<number, number>;

/** The values of some sums, with how many cases have each. */
export function histogramOf(sums: readonly FigureSum[]): Histogram {
  const found = new Map<number, number>();
  for (const { value, cases } of sums) found.set(value, (found.get(value) ?? 0) + cases);
  return found;
}

export const casesIn = (histogram: Histogram): number =>
  [...histogram.values()].reduce((sum, cases) => sum + cases, 0);

/**
 * The least value that at least `share` (above 0, up to 1) of the cases do not exceed, so that it is
 * one that occurred: 'half within 7 days'. Null where there are none.
 */
export function withinShare(histogram: Histogram, share: number): number | null {
  const all = casesIn(histogram);
  let upTo = 0;
  for (const value of [...histogram.keys()].sort((a, b) => a - b)) {
    upTo += histogram.get(value) ?? 0;
    if (upTo >= share * all) return value;
  }
  return null;
}

/** How many cases some totals tell of. */
export const casesOf = (totals: readonly FigureTotal[]): number =>
  totals.reduce((sum, { cases }) => sum + cases, 0);

/** The mean of their values, unrounded; null where there are none. */
export function meanOf(totals: readonly FigureTotal[]): number | null {
  const cases = casesOf(totals);
  return cases === 0 ? null : totals.reduce((sum, { total }) => sum + total, 0) / cases;
}
