import { asActor } from '@/db/client';
import type { FigureFilter } from '@/lib/domain/figure-sums';
import { can, type PersonActor } from '@/lib/domain/permissions';
import { WHY_MEASURES, type Why, whyOf } from '@/lib/domain/why';
import { readCountedUntil, readSums } from './read-sums';

/** What happened from `countedUntil` on is not counted yet; null: everything is. */
export type WhyView = Why & { countedUntil: Date | null };

/** Why suppliers were asked for more in a time. Null for whoever is no manager. */
export async function getWhy(actor: PersonActor, filter: FigureFilter): Promise<WhyView | null> {
  if (!can(actor, 'figures:view')) return null;
  const { sums, countedUntil } = await asActor(actor, async (tx) => ({
    countedUntil: await readCountedUntil(tx),
    sums: await readSums(tx, WHY_MEASURES, filter, { labels: true }),
  }));
  return { ...whyOf(sums, filter.period, filter.from, filter.to), countedUntil };
}
