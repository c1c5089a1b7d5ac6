import { Tag } from '@/components/ui/tag';
import { SNAPSHOTS, type SnapshotState } from '@/lib/domain/register';

/** How a snapshot stands; only the latest one that was read is asked. */
export function SnapshotTag({ state, inUse }: { state: SnapshotState; inUse: boolean }) {
  if (inUse) return <Tag colour="green">In use</Tag>;
  return <Tag colour={SNAPSHOTS[state].colour}>{SNAPSHOTS[state].label}</Tag>;
}
