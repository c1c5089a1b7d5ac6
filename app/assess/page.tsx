import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { CaseTable } from '@/components/queue/case-table';
import { EmptyQueue } from '@/components/queue/empty-queue';
import { QueueFilters } from '@/components/queue/queue-filters';
import { QueuePages } from '@/components/queue/queue-pages';
import { QueueTabs } from '@/components/queue/queue-tabs';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { ProblemView } from '@/components/ui/problem-view';
import { requireActor } from '@/lib/auth/session';
import { can } from '@/lib/domain/permissions';
import { QUEUE_TABS, readQueueView } from '@/lib/domain/queue';
import { paths } from '@/lib/paths';
import { getQueue } from '@/lib/queries/assess/get-queue';
import { QueueHead } from './queue-head';

const USUAL = 'mine';
/** What was just done, as the address carries it past the redirect. */
const TOLD: Record<string, { kind: 'important' | 'success'; heading: string }> = {
  'none-waiting': {
    kind: 'important',
    heading:
      'Nothing is waiting to be taken. New applications appear here when a supplier submits.',
  },
  'handed-over': { kind: 'success', heading: 'The application is handed over' },
  'put-back': { kind: 'success', heading: 'The application is back in the queue' },
  absent: {
    kind: 'important',
    heading: 'You are absent, so nothing new is given to you. End your absence under your account.',
  },
  'no-manager': {
    kind: 'important',
    heading: 'You may not reassign applications any more. Nothing was reassigned.',
  },
  conflict: { kind: 'success', heading: 'Your conflict of interest is declared' },
};

export default async function AssessPage({ searchParams }: PageProps<'/assess'>) {
  const actor = await requireActor('case:view');
  const query = await searchParams;
  const view = readQueueView(query, USUAL);
  const page = {
    actor,
    title: `Applications to assess: ${QUEUE_TABS[view.tab].label}`,
    width: 'wide',
  } as const;
  const list = { path: paths.assess, view, usual: USUAL } as const;
  const mayTake = can(actor, 'case:review');
  const queue = await readPage(() => getQueue(actor, view));
  if (!queue)
    return (
      <SignedInPage {...page}>
        <ProblemView />
      </SignedInPage>
    );
  const { rows, counts, previous, next } = queue;
  const said = typeof query.told === 'string' ? query.told : '';
  const told = Object.hasOwn(TOLD, said) ? TOLD[said] : undefined;
  return (
    <SignedInPage {...page}>
      {told ? <NotificationBanner {...told} /> : null}
      <QueueHead mine={counts.mine} unassigned={counts.unassigned} mayTake={mayTake} />
      <QueueTabs {...list} counts={counts} />
      <QueueFilters {...list} />
      <CaseTable
        caption={QUEUE_TABS[view.tab].label}
        rows={rows}
        empty={<EmptyQueue {...list} mayTake={mayTake} />}
      />
      <QueuePages {...list} previous={previous} next={next} />
    </SignedInPage>
  );
}
