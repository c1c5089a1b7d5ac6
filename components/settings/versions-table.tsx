import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { formatDateTime } from '@/lib/format';

type Version = { number: number; at: Date; publishedBy: string | null; reason: string };

export type VersionsTableProps<Shown extends Version> = {
  caption: string;
  /** The number of the version in force. */
  newest: number;
  versions: readonly Shown[];
  /** What is told of a version beside its number, who published it and why. */
  columns: readonly Column<Shown>[];
};

/** Versions of something that managers publish; each can be led to as `#version-` and its number. */
export function VersionsTable<Shown extends Version>({
  caption,
  newest,
  versions,
  columns,
}: VersionsTableProps<Shown>) {
  return (
    <Table
      caption={caption}
      columns={[
        {
          header: 'Version',
          cell: ({ number }) => (
            <span id={`version-${number}`}>
              {number} {number === newest ? <Tag colour="green">In force</Tag> : null}
            </span>
          ),
        },
        ...columns,
        {
          header: 'Published by',
          cell: ({ publishedBy, at }) =>
            publishedBy === null ? 'Nobody' : `${publishedBy}, ${formatDateTime(at)}`,
        },
        { header: 'Why', cell: ({ reason }) => <span dir="auto">{reason}</span> },
      ]}
      rows={versions}
      rowKey={({ number }) => `${number}`}
      empty={<p>There is no earlier version.</p>}
    />
  );
}
