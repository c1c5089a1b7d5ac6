import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import type { PlainDate } from '@/lib/domain/dates';
import { formatDate, formatDateTime } from '@/lib/format';
import { paths } from '@/lib/paths';

const STANDINGS = {
  in_force: { label: 'In force', colour: 'green' },
  ahead: { label: 'Not yet in force', colour: 'blue' },
  replaced: { label: 'Replaced', colour: 'grey' },
} as const;

export type ShownAupVersion = {
  id: string;
  version: string;
  inForceFrom: PlainDate;
  note: string;
  publishedBy: string;
  publishedAt: Date;
  runId: string | null;
  publishedAhead: boolean;
  standing: keyof typeof STANDINGS;
};

/** The way to what a version changed, which one published ahead did once it was in force. */
function JudgedAgain({ standing, runId, version, inForceFrom, publishedAhead }: ShownAupVersion) {
  if (standing === 'ahead') return `Takes effect on ${formatDate(inForceFrom)}`;
  if (!runId) return 'Not noted';
  const words = publishedAhead
    ? `What changed once version ${version} was in force`
    : `What version ${version} changed`;
  return <Link href={paths.judgingRun(runId)}>{words}</Link>;
}

const columns: Column<ShownAupVersion>[] = [
  { header: 'Version', cell: (row) => row.version },
  { header: 'In force from', cell: (row) => formatDate(row.inForceFrom) },
  {
    header: 'Today',
    cell: ({ standing }) => (
      <Tag colour={STANDINGS[standing].colour}>{STANDINGS[standing].label}</Tag>
    ),
  },
  { header: 'Note', cell: (row) => <span dir="auto">{row.note || 'None'}</span> },
  {
    header: 'Published',
    cell: (row) => `${formatDateTime(row.publishedAt)}, by ${row.publishedBy}`,
  },
  { header: 'Judged again', cell: (row) => <JudgedAgain {...row} /> },
];

/** Every version of the AUP, for staff. */
export function AupVersionsTable({ versions }: { versions: readonly ShownAupVersion[] }) {
  return (
    <Table
      caption="AUP versions, the latest first"
      hiddenCaption
      columns={columns}
      rows={versions}
      rowKey={(row) => row.id}
      empty={
        <p>
          No version is published, so alerts are not held against any. Publish the version that is
          in force to begin.
        </p>
      }
    />
  );
}
