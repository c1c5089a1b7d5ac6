import { asc } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { readNewestGuidance } from '@/db/guidance';
import { guidanceVersions } from '@/db/schema';
import { unknownChoices, withoutUnknown } from '@/lib/domain/figure-names';
import type { FigureFilter } from '@/lib/domain/figure-sums';
import { can, type PersonActor } from '@/lib/domain/permissions';
import type { FieldProblem } from '@/lib/domain/result';
import { WHY_MEASURES, type Why, whyOf } from '@/lib/domain/why';
import { type FigureChoices, readFigureChoices } from './read-choices';
import { readFigureNames } from './read-names';
import { readCountedUntil, readSums } from './read-sums';

/** What happened from `countedUntil` on is not counted yet; null: everything is. */
/** `unknown`: what the filter says that is not known; it is left out. */
export type WhyView = Why & {
  countedUntil: Date | null;
  choices: FigureChoices;
  unknown: FieldProblem[];
  /** Every version of the guidance, the oldest first. */
  published: { number: number; at: Date }[];
};

/** Why suppliers were asked for more in a time. Null for whoever is no manager. */
export async function getWhy(actor: PersonActor, asked: FigureFilter): Promise<WhyView | null> {
  if (!can(actor, 'figures:view')) return null;
  const { sums, newest, ...rest } = await asActor(actor, async (tx) => {
    const unknown = unknownChoices(asked, await readFigureNames(tx, asked));
    const filter = withoutUnknown(asked, unknown);
    return {
      unknown,
      choices: await readFigureChoices(tx, filter),
      newest: await readNewestGuidance(tx),
      published: await tx
        .select({ number: guidanceVersions.number, at: guidanceVersions.at })
        .from(guidanceVersions)
        .orderBy(asc(guidanceVersions.number)),
      countedUntil: await readCountedUntil(tx),
      sums: await readSums(tx, WHY_MEASURES, filter, { labels: true }),
    };
  });
  return { ...whyOf(sums, asked.period, asked.from, asked.to, newest), ...rest };
}
