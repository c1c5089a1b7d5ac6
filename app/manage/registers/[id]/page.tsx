import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { ChangesTable } from '@/components/registers/changes-table';
import { RefusedRows } from '@/components/registers/refused-rows';
import { SnapshotFacts } from '@/components/registers/snapshot-facts';
import { SnapshotNotice } from '@/components/registers/snapshot-notice';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { Table } from '@/components/ui/table';
import { requireActor } from '@/lib/auth/session';
import { formatDate } from '@/lib/format';
import { paths } from '@/lib/paths';
import { getSnapshot } from '@/lib/queries/registers/get-snapshot';
import { confirmSnapshotAction } from './actions';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ known?: string; done?: string; line?: string | string[] }>;
};

export default withProblemView(async ({ params, searchParams }: Props) => {
  const actor = await requireActor('register:view');
  const { id } = await params;
  const { known, done, line } = await searchParams;
  const after = typeof line === 'string' && /^\d{1,9}$/.test(line) ? Number(line) : 0;
  const snapshot = await getSnapshot(actor, id, after);
  if (!snapshot) go(paths.notFound);
  const { changes, refusals, nextLine, statuses } = snapshot;
  return (
    <SignedInPage
      actor={actor}
      title={`Register of ${formatDate(snapshot.asOf)}`}
      back={{ href: paths.registers, label: 'Registers' }}
    >
      {known ? (
        <NotificationBanner heading="This file was uploaded before, so this is what it was then" />
      ) : null}
      {done === 'confirmed' ? (
        <NotificationBanner kind="success" heading="The register is confirmed and in use" />
      ) : null}
      <h1 className="nhsuk-heading-l">DSPT register of {formatDate(snapshot.asOf)}</h1>
      <SnapshotNotice snapshot={snapshot} confirm={confirmSnapshotAction.bind(null, snapshot.id)} />
      <SnapshotFacts snapshot={snapshot} />
      {changes?.since ? <ChangesTable since={changes.since} suppliers={changes.suppliers} /> : null}
      {statuses.length > 0 ? (
        <Table
          caption="Rows by status, as the register says it"
          rows={statuses}
          rowKey={({ status }) => status}
          empty={null}
          columns={[
            { header: 'Status', cell: ({ status }) => status || 'None' },
            { header: 'Rows', cell: ({ rows }) => rows.toLocaleString('en-GB'), numeric: true },
          ]}
        />
      ) : null}
      {snapshot.refused > 0 ? (
        <RefusedRows id={id} refusals={refusals} nextLine={nextLine} later={after > 0} />
      ) : null}
    </SignedInPage>
  );
});
