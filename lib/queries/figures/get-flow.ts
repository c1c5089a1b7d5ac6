import { asActor } from '@/db/client';
import { readSetting } from '@/db/settings';
import { unknownChoices, withoutUnknown } from '@/lib/domain/figure-names';
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
import type { FieldProblem } from '@/lib/domain/result';
import { now } from '@/lib/ports/clock';
import { type FigureChoices, readFigureChoices } from './read-choices';
import { readFigureNames } from './read-names';
import { readCountedUntil, readSums, readTotals } from './read-sums';

export type FlowView = {
  whole: Flow;
  periods: FlowPeriod[];
  /** What happened from then on is not counted yet; null: everything is. */
  countedUntil: Date | null;
  /** Working days to the first response, as set now. */
  targetDays: number;
  choices: FigureChoices;
  /** What the filter says that is not known; it is left out. */
  unknown: FieldProblem[];
};

/** How cases came and went in a time, as a whole and by week or month. Null for whoever is no manager. */
export async function getFlow(actor: PersonActor, asked: FigureFilter): Promise<FlowView | null> {
  if (!can(actor, 'figures:view')) return null;
  const { period, from, to } = asked;
  const { countedUntil, choices, targetDays, unknown, ...figures } = await asActor(
    actor,
    async (tx) => {
      const unknown = unknownChoices(asked, await readFigureNames(tx, asked));
      const filter = withoutUnknown(asked, unknown);
      return {
        unknown,
        targetDays: await readSetting(tx, 'target_days', now()),
        choices: await readFigureChoices(tx, filter),
        countedUntil: await readCountedUntil(tx),
        sums: await readSums(tx, FLOW_MEASURES, filter, { labels: false }),
        totals: await readTotals(tx, FLOW_TOTALS, filter),
      };
    },
  );
  return {
    whole: flowOf(figures),
    periods: flowByPeriod(figures, period, from, to),
    ...{ countedUntil, choices, targetDays, unknown },
  };
}
