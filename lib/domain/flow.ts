import type { Measure } from './case-figures';
import type { PlainDate } from './dates';
import { type Period, periodsBetween } from './figure-periods';
import {
  casesIn,
  casesOf,
  type FigureSum,
  type FigureTotal,
  type Histogram,
  histogramOf,
  meanOf,
  withinShare,
} from './figure-sums';

/** The measures whose values are looked at one by one, and those of which means and counts are enough. */
export const FLOW_MEASURES = ['responded', 'decided'] as const satisfies readonly Measure[];
export const FLOW_TOTALS = [
  'received',
  'supplier_days',
  'assessor_days',
  'second_person_days',
  'rounds',
  'approved_first_time',
  'withdrawn',
] as const satisfies readonly Measure[];

/** Within how many working days half, and 8 in 10, of so many cases were done; null: none were. */
export type Within = { cases: number; half: number | null; eightInTen: number | null };

/** What came and went in a period, or in all of them. Means and shares are unrounded. */
export type Flow = {
  /** Declarations, each round one. */
  received: number;
  withdrawn: number;
  /** From the coming of a round to the first response to it. */
  response: Within;
  /** From the first submission to the decision. */
  decision: Within;
  /** Mean working days of each side, of the cases that were decided. */
  days: { supplier: number | null; assessor: number | null; secondPerson: number | null };
  /** Of the cases decided for the first time, the share approved as they were declared first, 0 to 1. */
  firstTime: number | null;
  /** Mean rounds of the cases that were decided. */
  rounds: number | null;
};
export type FlowPeriod = Flow & { startsOn: PlainDate };

const within = (histogram: Histogram): Within => ({
  cases: casesIn(histogram),
  half: withinShare(histogram, 0.5),
  eightInTen: withinShare(histogram, 0.8),
});

export type FlowFigures = { sums: readonly FigureSum[]; totals: readonly FigureTotal[] };

/** The flow that some figures tell of. */
export function flowOf({ sums, totals }: FlowFigures): Flow {
  const of = (measure: Measure) => histogramOf(sums.filter((sum) => sum.measure === measure));
  const all = (measure: Measure) => totals.filter((total) => total.measure === measure);
  return {
    received: casesOf(all('received')),
    withdrawn: casesOf(all('withdrawn')),
    response: within(of('responded')),
    decision: within(of('decided')),
    days: {
      supplier: meanOf(all('supplier_days')),
      assessor: meanOf(all('assessor_days')),
      secondPerson: meanOf(all('second_person_days')),
    },
    firstTime: meanOf(all('approved_first_time')),
    rounds: meanOf(all('rounds')),
  };
}

/** The same of each period from one day to another, in order; of one in which nothing happened, too. */
export function flowByPeriod(
  { sums, totals }: FlowFigures,
  period: Period,
  from: PlainDate,
  to: PlainDate,
): FlowPeriod[] {
  return periodsBetween(period, from, to).map((startsOn) => {
    const inIt = (figure: { startsOn: PlainDate }) => figure.startsOn === startsOn;
    return { startsOn, ...flowOf({ sums: sums.filter(inIt), totals: totals.filter(inIt) }) };
  });
}
