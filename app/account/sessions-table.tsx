import { Button } from '@/components/ui/button';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { formatDateTime } from '@/lib/format';
import type { OwnSession } from '@/lib/queries/account/get-account';
import { endSessionAction } from './actions';

/** Where somebody is signed in, each session with a way to end it. */
export function SessionsTable({ sessions, ownId }: { sessions: OwnSession[]; ownId: string }) {
  const columns: Column<OwnSession>[] = [
    { header: 'Device', cell: (row) => row.device },
    { header: 'Signed in', cell: (row) => formatDateTime(row.startedAt) },
    { header: 'How', cell: (row) => row.way },
    { header: 'Last used', cell: (row) => formatDateTime(row.lastSeenAt) },
    {
      header: 'End this session',
      hiddenHeader: true,
      cell: (row) => (row.id === ownId ? <Tag colour="green">This one</Tag> : <End row={row} />),
    },
  ];
  return (
    <Table
      caption="Your sessions"
      hiddenCaption
      columns={columns}
      rows={sessions}
      rowKey={(row) => row.id}
      empty={<p>You are not signed in anywhere else.</p>}
    />
  );
}

function End({ row }: { row: OwnSession }) {
  return (
    <form action={endSessionAction}>
      <input type="hidden" name="session" value={row.id} />
      <Button variant="link">
        End session
        <VisuallyHidden>
          {` on ${row.device}, signed in ${formatDateTime(row.startedAt)}`}
        </VisuallyHidden>
      </Button>
    </form>
  );
}
