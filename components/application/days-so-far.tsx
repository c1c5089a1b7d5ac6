import { SummaryList } from '@/components/ui/summary-list';
import type { SplitClock } from '@/lib/domain/clock';
import { formatCount } from '@/lib/format';

type DaysSoFarProps = {
  days: SplitClock | null;
  /** Told to the supplier, who reads of two sides only: theirs and ours. */
  forSupplier?: boolean;
};

/** The working days that each side had a case so far. */
export function DaysSoFar({ days, forSupplier = false }: DaysSoFarProps) {
  if (days === null) return null;
  const sides = forSupplier
    ? ([
        ['With you', days.supplier],
        ['With us', days.assessor + days.secondPerson],
      ] as const)
    : ([
        ['With the supplier', days.supplier],
        ['With the assessor', days.assessor],
        ['With the second person', days.secondPerson],
      ] as const);
  return (
    <section aria-labelledby="days-so-far">
      <h2 id="days-so-far" className="nhsuk-heading-s">
        Working days since {forSupplier ? 'you first submitted' : 'it was first submitted'}
      </h2>
      <SummaryList
        rows={sides.map(([side, count]) => ({ label: side, value: formatCount(count, 'day') }))}
      />
    </section>
  );
}
