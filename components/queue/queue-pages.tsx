import { Pagination } from '@/components/ui/pagination';
import { type QueueTab, type QueueView, queueQuery } from '@/lib/domain/queue';

type QueuePagesProps = {
  path: `/${string}`;
  view: QueueView;
  usual: QueueTab;
  previous: string | null;
  next: string | null;
};

/** Ways to the pages of a list before and after this one. */
export function QueuePages({ path, view, usual, previous, next }: QueuePagesProps) {
  const step = (cursor: string | null) =>
    cursor === null
      ? undefined
      : { href: `${path}${queueQuery({ ...view, cursor }, usual)}` as const };
  return <Pagination previous={step(previous)} next={step(next)} />;
}
