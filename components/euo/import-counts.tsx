import { SummaryList } from '@/components/ui/summary-list';
import { OUTCOMES, type Outcome, type OutcomeCounts } from '@/lib/domain/euo-import';
import { formatCount } from '@/lib/format';

const LABELS: Record<Outcome, [ahead: string, done: string]> = {
  add: ['Will be added', 'Added'],
  change: ['Will be changed', 'Changed'],
  edited: ['Kept, since somebody edited it on its page', 'Kept, since somebody edited it'],
  same: ['Stay as they are', 'Stayed as they were'],
  refused: ['Refused', 'Refused'],
};

/** What becomes of the rows, in numbers. */
export function ImportCounts({ counts, done }: { counts: OutcomeCounts; done: boolean }) {
  return (
    <SummaryList
      rows={OUTCOMES.map((outcome) => ({
        label: LABELS[outcome][done ? 1 : 0],
        value: formatCount(counts[outcome], 'row'),
      }))}
    />
  );
}
