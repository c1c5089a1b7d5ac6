import { STATUSES, type Status } from '@/lib/domain/application';
import { queueQuery } from '@/lib/domain/queue';
import { Figures } from './figures';

type StatusFiguresProps = {
  /** The page's address, and the place of its list there. */
  path: `/${string}`;
  list: `#${string}`;
  counts: Record<Status, number>;
  order: readonly Status[];
};

/** How many applications have each status, each number a link to the list behind it. */
export function StatusFigures({ path, list, counts, order }: StatusFiguresProps) {
  return (
    <Figures
      label="Applications by status"
      figures={order.map((status) => ({
        id: status,
        label: STATUSES[status].label,
        count: counts[status],
        href: `${path}${queueQuery({ tab: 'all', status }, 'confirm')}${list}`,
      }))}
    />
  );
}
