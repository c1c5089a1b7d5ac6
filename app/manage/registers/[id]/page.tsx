import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { JudgingReport } from '@/components/registers/judging-report';
import { RefusedRows } from '@/components/registers/refused-rows';
import { SnapshotFacts } from '@/components/registers/snapshot-facts';
import { SnapshotNotice } from '@/components/registers/snapshot-notice';
import { StatusesTable } from '@/components/registers/statuses-table';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { requireActor } from '@/lib/auth/session';
import { snapshotTitle } from '@/lib/domain/register';
import { paths } from '@/lib/paths';
import { getSnapshot } from '@/lib/queries/registers/get-snapshot';
import { confirmSnapshotAction } from './actions';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{
    known?: string;
    done?: string;
    line?: string | string[];
    refresh?: string;
  }>;
};

export default withProblemView(async ({ params, searchParams }: Props) => {
  const actor = await requireActor('register:view');
  const { id } = await params;
  const { known, done, line, refresh } = await searchParams;
  const after = typeof line === 'string' && /^\d{1,9}$/.test(line) ? Number(line) : 0;
  const snapshot = await getSnapshot(actor, id, after);
  if (!snapshot) go(paths.notFound);
  const { judging, refusals, nextLine, register, statuses } = snapshot;
  const title = snapshotTitle(register, snapshot.asOf);
  return (
    <SignedInPage actor={actor} title={title} back={{ href: paths.registers, label: 'Registers' }}>
      {known ? (
        <NotificationBanner heading="This file was uploaded before, so this is what it was then" />
      ) : null}
      {done === 'confirmed' ? (
        <NotificationBanner kind="success" heading="The file is confirmed and in use" />
      ) : null}
      <h1 className="nhsuk-heading-l">{title}</h1>
      <SnapshotNotice
        snapshot={snapshot}
        stopped={refresh === 'off'}
        confirm={confirmSnapshotAction.bind(null, snapshot.id)}
      />
      <SnapshotFacts snapshot={snapshot} />
      {judging ? <JudgingReport path={paths.register(id)} report={judging} /> : null}
      <StatusesTable register={register} statuses={statuses} />
      {snapshot.refused > 0 ? (
        <RefusedRows id={id} refusals={refusals} nextLine={nextLine} later={after > 0} />
      ) : null}
    </SignedInPage>
  );
});
