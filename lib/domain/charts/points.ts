import { formatPlainDate, type PlainDate } from '@/lib/domain/dates';
import { nextPeriod, type Period } from '@/lib/domain/figure-periods';

/** A week or month as a chart names it: in full, and below the axis in 8 characters at most. */
export type PeriodLabel = { label: string; short: string };

const monthName = (day: PlainDate): string => formatPlainDate(day).split(' ').slice(1).join(' ');

function labelOf(period: Period, startsOn: PlainDate): PeriodLabel {
  const [day = '', month = '', year = ''] = formatPlainDate(startsOn).split(' ');
  const short = month.slice(0, 3);
  return period === 'week'
    ? { label: `Week of ${day} ${month} ${year}`, short: `${day} ${short}` }
    : { label: monthName(startsOn), short: `${short} ${year.slice(2)}` };
}

/**
 * The names of weeks and months by their first days: 'Week of 5 October 2026' and '5 Oct', 'October
 * 2026' and 'Oct 26'. The one that holds today is said to be so far.
 */
export function periodLabels(
  period: Period,
  starts: readonly PlainDate[],
  today: PlainDate,
): PeriodLabel[] {
  return starts.map((startsOn) => {
    const { label, short } = labelOf(period, startsOn);
    const isNow = startsOn <= today && today < nextPeriod(period, startsOn);
    return { label: isNow ? `${label}, so far` : label, short };
  });
}
