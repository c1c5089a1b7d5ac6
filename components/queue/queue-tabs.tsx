import { LinkTabs } from '@/components/ui/link-tabs';
import {
  COUNT_CAP,
  QUEUE_TAB_IDS,
  QUEUE_TABS,
  type QueueTab,
  type QueueView,
  queueQuery,
} from '@/lib/domain/queue';
import { formatCapped } from '@/lib/format';

type QueueTabsProps = {
  path: `/${string}`;
  view: QueueView;
  usual: QueueTab;
  counts: Record<QueueTab, number>;
  tabs?: readonly QueueTab[];
};

/** The views of the queue; a change of view keeps what was searched for, not the status. */
export function QueueTabs({ path, view, usual, counts, tabs = QUEUE_TAB_IDS }: QueueTabsProps) {
  return (
    <LinkTabs
      label="Views of the queue"
      tabs={tabs.map((tab) => ({
        href: `${path}${queueQuery({ ...view, tab, status: null, cursor: '' }, usual)}`,
        label: QUEUE_TABS[tab].label,
        count: formatCapped(counts[tab], COUNT_CAP),
        current: tab === view.tab,
      }))}
    />
  );
}
