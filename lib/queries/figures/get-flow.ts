import { asActor } from '@/db/client';
import { readSettingVersions } from '@/db/settings';
import type { PlainDate } from '@/lib/domain/dates';
import { unknownChoices, withoutUnknown } from '@/lib/domain/figure-names';
import { periodOf, startBefore } from '@/lib/domain/figure-periods';
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
import type { HeldSetting } from '@/lib/domain/settings';
import { type FigureChoices, readFigureChoices } from './read-choices';
import { readFigureNames } from './read-names';
import { readCountedUntil, readSums, readTotals } from './read-sums';

export type FlowView = {
  whole: Flow;
  /** As many weeks or months before it, to compare with. */
  before: Flow;
  periods: FlowPeriod[];
  /** What happened from then on is not counted yet; null: everything is. */
  countedUntil: Date | null;
  /** The working days to the first response, from which day on; the latest first. */
  targets: HeldSetting[];
  choices: FigureChoices;
  /** What the filter says that is not known; it is left out. */
  unknown: FieldProblem[];
};

/** How cases came and went in a time, as a whole and by week or month. Null for whoever is no manager. */
export async function getFlow(actor: PersonActor, asked: FigureFilter): Promise<FlowView | null> {
  if (!can(actor, 'figures:view')) return null;
  const { period, from, to } = asked;
  const { countedUntil, choices, targets, unknown, sums, totals } = await asActor(
    actor,
    async (tx) => {
      const unknown = unknownChoices(asked, await readFigureNames(tx, asked));
      const filter = withoutUnknown(asked, unknown);
      const both = { ...filter, from: startBefore(period, from, to) };
      return {
        unknown,
        targets: await readSettingVersions(tx, 'target_days'),
        choices: await readFigureChoices(tx, filter),
        countedUntil: await readCountedUntil(tx),
        sums: await readSums(tx, FLOW_MEASURES, both, { labels: false }),
        totals: await readTotals(tx, FLOW_TOTALS, both),
      };
    },
  );
  const first = periodOf(period, from);
  const isBefore = ({ startsOn }: { startsOn: PlainDate }) => startsOn < first;
  const isShown = (figure: { startsOn: PlainDate }) => !isBefore(figure);
  return {
    whole: flowOf({ sums: sums.filter(isShown), totals: totals.filter(isShown) }),
    before: flowOf({ sums: sums.filter(isBefore), totals: totals.filter(isBefore) }),
    periods: flowByPeriod({ sums, totals }, period, from, to),
    ...{ countedUntil, choices, targets, unknown },
  };
}
