import { Link } from '@/components/ui/link';
import { STATUSES, type Status } from '@/lib/domain/application';
import { COUNT_CAP, queueQuery } from '@/lib/domain/queue';
import { formatCapped } from '@/lib/format';

type StatusFiguresProps = {
  path: `/${string}`;
  counts: Record<Status, number>;
  order: readonly Status[];
};

/** How many applications have each status, each number a link to the list behind it. */
export function StatusFigures({ path, counts, order }: StatusFiguresProps) {
  return (
    <ul className="app-figures" aria-label="Applications by status">
      {order.map((status) => (
        <li key={status}>
          <Link
            className="app-figures__link"
            href={`${path}${queueQuery({ tab: 'all', status }, 'confirm')}`}
          >
            <span className="app-figures__number">{formatCapped(counts[status], COUNT_CAP)}</span>{' '}
            {STATUSES[status].label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
