import { asActor } from '@/db/client';
import type { FigureFilter } from '@/lib/domain/figure-sums';
import {
  FLOW_MEASURES,
  FLOW_TOTALS,
  type Flow,
  type FlowPeriod,
  flowByPeriod,
  flowOf,
} from '@/lib/domain/flow';
import { can, type PersonActor } from '@/lib/domain/permissions';
import { type FigureChoices, readFigureChoices } from './read-choices';
import { readCountedUntil, readSums, readTotals } from './read-sums';

export type FlowView = {
  whole: Flow;
  periods: FlowPeriod[];
  /** What happened from then on is not counted yet; null: everything is. */
  countedUntil: Date | null;
  choices: FigureChoices;
};

/** How cases came and went in a time, as a whole and by week or month. Null for whoever is no manager. */
export async function getFlow(actor: PersonActor, filter: FigureFilter): Promise<FlowView | null> {
  if (!can(actor, 'figures:view')) return null;
  const { period, from, to } = filter;
  const { countedUntil, choices, ...figures } = await asActor(actor, async (tx) => ({
    choices: await readFigureChoices(tx, filter),
    countedUntil: await readCountedUntil(tx),
    sums: await readSums(tx, FLOW_MEASURES, filter, { labels: false }),
    totals: await readTotals(tx, FLOW_TOTALS, filter),
  }));
  return {
    whole: flowOf(figures),
    periods: flowByPeriod(figures, period, from, to),
    ...{ countedUntil, choices },
  };
}
