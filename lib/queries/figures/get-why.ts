import { asActor } from '@/db/client';
import type { FigureFilter } from '@/lib/domain/figure-sums';
import { can, type PersonActor } from '@/lib/domain/permissions';
import { WHY_MEASURES, type Why, whyOf } from '@/lib/domain/why';
import { type FigureChoices, readFigureChoices } from './read-choices';
import { readCountedUntil, readSums } from './read-sums';

/** What happened from `countedUntil` on is not counted yet; null: everything is. */
export type WhyView = Why & { countedUntil: Date | null; choices: FigureChoices };

/** Why suppliers were asked for more in a time. Null for whoever is no manager. */
export async function getWhy(actor: PersonActor, filter: FigureFilter): Promise<WhyView | null> {
  if (!can(actor, 'figures:view')) return null;
  const { sums, ...rest } = await asActor(actor, async (tx) => ({
    choices: await readFigureChoices(tx, filter),
    countedUntil: await readCountedUntil(tx),
    sums: await readSums(tx, WHY_MEASURES, filter, { labels: true }),
  }));
  return { ...whyOf(sums, filter.period, filter.from, filter.to), ...rest };
}
