import { STATUSES, type Status } from '@/lib/domain/application';
import { queueQuery } from '@/lib/domain/queue';
import { Figures } from './figures';

type StatusFiguresProps = {
  /** The page's address, and the place of its list there. */
  path: `/${string}`;
  list: `#${string}`;
  counts: Record<Status, number>;
  order: readonly Status[];
  /** What these statuses have in common. */
  heading: string;
};

/** How many applications have each status, each number a link to the list behind it. */
export function StatusFigures({ path, list, counts, order, heading }: StatusFiguresProps) {
  return (
    <section>
      <h2 className="nhsuk-heading-s app-figures-heading">{heading}</h2>
      <Figures
        label={`${heading}, by status`}
        figures={order.map((status) => ({
          id: status,
          label: STATUSES[status].label,
          count: counts[status],
          href: `${path}${queueQuery({ tab: 'all', status }, 'confirm')}${list}`,
        }))}
      />
    </section>
  );
}
