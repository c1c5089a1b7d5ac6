import { asActor } from '@/db/client';
import { readNewestGuidance } from '@/db/guidance';
import { addMonths, type PlainDate } from '@/lib/domain/dates';
import { nextPeriod } from '@/lib/domain/figure-periods';
import type { FigureFilter } from '@/lib/domain/figure-sums';
import { FLOW_MEASURES, FLOW_TOTALS, type Flow, flowByPeriod } from '@/lib/domain/flow';
import { can, type PersonActor } from '@/lib/domain/permissions';
import { WHY_MEASURES, type Why, whyOf } from '@/lib/domain/why';
import { readCountedUntil, readSums, readTotals } from './read-sums';

export type ReportView = {
  /** The month, and the one before it. */
  month: Flow;
  before: Flow;
  why: Why;
  /** What happened from then on is not counted yet; null: everything is. */
  countedUntil: Date | null;
};

/** A month's figures beside those of the month before. `month` is its first day. Null for whoever is no manager. */
export async function getReport(actor: PersonActor, month: PlainDate): Promise<ReportView | null> {
  if (!can(actor, 'figures:view')) return null;
  const filter: FigureFilter = {
    ...{ period: 'month', from: addMonths(month, -1), to: month },
    ...{ assessorId: null, organisationId: null, productId: null },
  };
  const read = await asActor(actor, async (tx) => ({
    newest: await readNewestGuidance(tx),
    countedUntil: await readCountedUntil(tx),
    sums: await readSums(tx, FLOW_MEASURES, filter, { labels: false }),
    totals: await readTotals(tx, FLOW_TOTALS, filter),
    reasons: await readSums(tx, WHY_MEASURES, { ...filter, from: month }, { labels: true }),
  }));
  const [before, own] = flowByPeriod(read, 'month', filter.from, filter.to);
  if (!before || !own || own.startsOn >= nextPeriod('month', month))
    throw new Error('a report of no month');
  const why = whyOf(read.reasons, 'month', month, month, read.newest);
  return { month: own, before, why, countedUntil: read.countedUntil };
}
