import { BarsOverTime } from '@/components/charts/bars-over-time';
import { ASSURANCE_CAUSES } from '@/lib/domain/assurance';
import { periodLabels } from '@/lib/domain/charts/points';
import { peakSentence } from '@/lib/domain/charts/words';
import type { PlainDate } from '@/lib/domain/dates';
import { lapseQuery } from '@/lib/domain/lapse-view';
import { type Cliff, LAPSE_CAUSES, type LapseMonth, MOST_ASKED } from '@/lib/domain/lapses';
import { formatDate } from '@/lib/format';
import { paths } from '@/lib/paths';

const APPROVALS = { one: 'approval', many: 'approvals' };

type LapseChartProps = {
  months: readonly LapseMonth[];
  cliffs: readonly Cliff[];
  today: PlainDate;
};

/** How many approvals have their last day in each month ahead, by what ends them. */
export function LapseChart({ months, cliffs, today }: LapseChartProps) {
  const starts = months.map(({ startsOn }) => startsOn);
  const labels = periodLabels('month', starts, today).map(({ label, short }, index) => ({
    short,
    // Of the month that it is, only what is ahead counts.
    label: index === 0 ? label.replace(/, so far$/, ', from today on') : label,
  }));
  return (
    <BarsOverTime
      id="months"
      heading="Last days by month"
      sentence={peakSentence(
        months.map(({ approvals }, index) => ({
          label: labels[index]?.label ?? '',
          value: approvals,
        })),
        APPROVALS,
        `No approval has its last day in the next ${months.length} months.`,
      )}
      points={months.map(({ startsOn, approvals }, index) => ({
        label: labels[index]?.label ?? '',
        short: labels[index]?.short ?? '',
        ...(approvals > 0 && {
          href: `${paths.lapses}${lapseQuery({ which: { month: startsOn }, most: MOST_ASKED })}#list`,
        }),
      }))}
      series={ASSURANCE_CAUSES.map((id) => ({
        name: LAPSE_CAUSES[id].label,
        values: months.map(({ of }) => of[id]),
      }))}
      unit={APPROVALS}
      pointName="Month"
      marks={cliffs.map(({ until }) => ({
        before: starts.findIndex((startsOn) => startsOn > until),
        label: `A DSPT edition ends on ${formatDate(until)}`,
      }))}
    />
  );
}
