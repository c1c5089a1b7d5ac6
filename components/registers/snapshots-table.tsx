import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/table';
import type { PlainDate } from '@/lib/domain/dates';
import { type RegisterId, type SnapshotState, snapshotTitle } from '@/lib/domain/register';
import { formatDateTime } from '@/lib/format';
import { paths } from '@/lib/paths';
import { SnapshotTag } from './state-tag';

type Row = {
  id: string;
  register: RegisterId;
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
      caption="Uploads, the latest first"
      hiddenCaption
      rows={snapshots}
      rowKey={({ id }) => id}
      empty={<p>Nothing was uploaded yet.</p>}
      columns={[
        {
          header: 'Register',
          cell: ({ id, register, asOf }) => (
            <Link href={paths.register(id)}>{snapshotTitle(register, asOf)}</Link>
          ),
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
