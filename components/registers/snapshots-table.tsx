import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/table';
import type { PlainDate } from '@/lib/domain/dates';
import type { SnapshotState } from '@/lib/domain/register';
import { formatDate, formatDateTime } from '@/lib/format';
import { paths } from '@/lib/paths';
import { SnapshotTag } from './state-tag';

type Row = {
  id: string;
  fileName: string;
  asOf: PlainDate;
  state: SnapshotState;
  rows: number;
  refused: number;
  uploader: string;
  uploadedAt: Date;
  inUse: boolean;
};

/** Every file that was uploaded, and what became of it. */
export function SnapshotsTable({ snapshots }: { snapshots: readonly Row[] }) {
  return (
    <Table
      caption="Uploaded registers, the latest upload first"
      rows={snapshots}
      rowKey={({ id }) => id}
      empty={<p>No register was uploaded yet.</p>}
      columns={[
        {
          header: 'Register of',
          cell: ({ id, asOf }) => <Link href={paths.register(id)}>{formatDate(asOf)}</Link>,
        },
        {
          header: 'File',
          cell: ({ fileName }) => <span className="[overflow-wrap:anywhere]">{fileName}</span>,
        },
        { header: 'State', cell: SnapshotTag },
        { header: 'Rows', cell: ({ rows }) => rows.toLocaleString('en-GB'), numeric: true },
        {
          header: 'Refused',
          cell: ({ refused }) => refused.toLocaleString('en-GB'),
          numeric: true,
        },
        {
          header: 'Uploaded',
          cell: ({ uploader, uploadedAt }) => `${formatDateTime(uploadedAt)}, by ${uploader}`,
        },
      ]}
    />
  );
}
