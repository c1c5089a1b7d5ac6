import { type COUNTED_DUES, type QueueTab, type QueueView, queueQuery } from '@/lib/domain/queue';
import { Figures } from './figures';

type Counted = (typeof COUNTED_DUES)[number] | 'unassigned' | 'confirm';
type TodayFiguresProps = {
  /** The page's address, and the place of its list there. */
  path: `/${string}`;
  list: `#${string}`;
  counts: Record<Counted, number>;
  usual: QueueTab;
};

/** What is counted of today, and the view of the queue behind each number. */
export const TODAY_FIGURES: readonly {
  id: Counted;
  label: string;
  view: Partial<QueueView>;
  trouble?: boolean;
}[] = [
  { id: 'late', label: 'Late', view: { tab: 'open', due: 'late' }, trouble: true },
  { id: 'soon', label: 'Due within 2 working days', view: { tab: 'open', due: 'soon' } },
  { id: 'unassigned', label: 'Unassigned', view: { tab: 'unassigned' } },
  { id: 'confirm', label: 'Waiting for a second person', view: { tab: 'confirm' } },
  {
    id: 'supplier_late',
    label: 'Supplier is late',
    view: { tab: 'supplier', due: 'supplier_late' },
    trouble: true,
  },
];

/** The five numbers that matter today, each a link to the list behind it. */
export function TodayFigures({ path, list, counts, usual }: TodayFiguresProps) {
  return (
    <Figures
      label="What matters today"
      lead
      figures={TODAY_FIGURES.map(({ view, ...figure }) => ({
        ...figure,
        count: counts[figure.id],
        href: `${path}${queueQuery(view, usual)}${list}`,
      }))}
    />
  );
}
