import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import type { GuidanceChange } from '@/lib/domain/guidance-edit';
import { formatDateTime } from '@/lib/format';
import { GuidanceChanges } from './guidance-changes';

type ShownVersion = {
  number: number;
  at: Date;
  publishedBy: string | null;
  reason: string;
  changes: readonly GuidanceChange[];
};

const columnsOf = (newest: number): Column<ShownVersion>[] => [
  {
    header: 'Version',
    cell: ({ number }) => (
      <span id={`version-${number}`}>
        {number} {number === newest ? <Tag colour="green">In force</Tag> : null}
      </span>
    ),
  },
  {
    header: 'What it changed',
    cell: ({ changes, number }) =>
      number === 1 ? 'Came with the service' : <GuidanceChanges changes={changes} />,
  },
  {
    header: 'Published by',
    cell: ({ publishedBy, at }) =>
      publishedBy === null ? 'Nobody' : `${publishedBy}, ${formatDateTime(at)}`,
  },
  { header: 'Why', cell: ({ reason }) => <span dir="auto">{reason}</span> },
];

type GuidanceVersionsProps = {
  caption: string;
  /** The number of the version in force. */
  newest: number;
  versions: readonly ShownVersion[];
};

/** Versions of the guidance: what each changed, who published it and why. */
export function GuidanceVersions({ caption, newest, versions }: GuidanceVersionsProps) {
  return (
    <Table
      caption={caption}
      columns={columnsOf(newest)}
      rows={versions}
      rowKey={({ number }) => `${number}`}
      empty={<p>There is no earlier version.</p>}
    />
  );
}
