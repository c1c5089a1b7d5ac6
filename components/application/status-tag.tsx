import { Tag } from '@/components/ui/tag';
import { STATUSES, type Status } from '@/lib/domain/application';

/** A status in words, as suppliers read it. */
export function StatusTag({ status }: { status: Status }) {
  return <Tag colour={STATUSES[status].colour}>{STATUSES[status].label}</Tag>;
}
