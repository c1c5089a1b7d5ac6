import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { DownloadLinks } from '@/components/dashboards/download-links';
import { FirstLook } from '@/components/dashboards/first-look';
import { ManagerPages } from '@/components/dashboards/manager-pages';
import { QueueFilters } from '@/components/queue/queue-filters';
import { QueuePages } from '@/components/queue/queue-pages';
import { QueueTabs } from '@/components/queue/queue-tabs';
import { StatusFigures } from '@/components/queue/status-figures';
import { TodayFigures } from '@/components/queue/today-figures';
import { CalendarEnd } from '@/components/settings/calendar-end';
import { ProblemView } from '@/components/ui/problem-view';
import { requireActor } from '@/lib/auth/session';
import { type Party, STATUS_IDS, waitingOn } from '@/lib/domain/application';
import { type QueueTab, queueQuery, readQueueView } from '@/lib/domain/queue';
import { formatCapped } from '@/lib/format';
import { paths } from '@/lib/paths';
import { getOverview, type Overview } from '@/lib/queries/manage/get-overview';
import { ReassignForm } from './reassign-form';
import { ReassignOutcome } from './reassign-outcome';

const USUAL = 'confirm';
const LIST = 'applications';
const TABS: readonly QueueTab[] = ['confirm', 'unassigned', 'open', 'supplier', 'all'];
/** Whose move it is, and what is over. */
const BY_MOVE: readonly { heading: string; moves: readonly Party[] }[] = [
  { heading: 'Our move', moves: ['assessor', 'second_person'] },
  { heading: 'The supplier’s move', moves: ['supplier'] },
  { heading: 'Decided or withdrawn', moves: ['nobody'] },
];

export default async function ManagePage({ searchParams }: PageProps<'/manage'>) {
  const actor = await requireActor('case:reassign');
  const query = await searchParams;
  const view = readQueueView(query, USUAL);
  const list = { path: paths.manage, view, usual: USUAL } as const;
  const overview = await readPage(() => getOverview(actor, view));
  if (!overview)
    return (
      <SignedInPage actor={actor} title="Overview" width="wide">
        <ProblemView />
      </SignedInPage>
    );
  const { counts, assessors, previous, next } = overview;
  const figures = { path: paths.manage, list: `#${LIST}`, counts } as const;
  return (
    <SignedInPage actor={actor} width="wide">
      <ReassignOutcome actor={actor} query={query} />
      <h1 className="nhsuk-heading-l">Overview</h1>
      <ManagerPages current="now" />
      <p>{situation(counts)}</p>
      <TodayFigures {...figures} usual={USUAL} />
      <CalendarEnd end={overview.firstLook.calendarEnd} today={overview.firstLook.today} />
      <FirstLook {...overview.firstLook} />
      <div className="app-figure-groups">
        {BY_MOVE.map(({ heading, moves }) => (
          <StatusFigures
            key={heading}
            {...{ ...figures, heading }}
            order={STATUS_IDS.filter((status) => moves.includes(waitingOn(status)))}
          />
        ))}
      </div>
      <DownloadLinks what="these numbers" path={paths.manageDownload} />
      <h2 className="nhsuk-heading-m" id={LIST}>
        Applications
      </h2>
      <QueueTabs {...list} counts={counts} tabs={TABS} />
      <QueueFilters {...list} place="#applications" assessors={assessors} />
      <ReassignForm title="Overview" view={view} overview={overview} />
      <QueuePages {...list} previous={previous} next={next} />
      <DownloadLinks
        label="Download all of them"
        what="all applications of this list"
        path={paths.manageApplications}
        query={queueQuery({ ...view, cursor: '' }, USUAL)}
      />
    </SignedInPage>
  );
}

/** What is late, and the one thing here that a manager may do by themselves: confirm. */
function situation({ late, confirm }: Overview['counts']): string {
  const behind =
    late === 0
      ? 'Nothing is late.'
      : `${formatCapped(late)} ${late === 1 ? 'application is' : 'applications are'} late.`;
  if (confirm === 0) return `${behind} No decision waits for a second person.`;
  const waits = confirm === 1 ? 'decision waits' : 'decisions wait';
  return `${behind} ${formatCapped(confirm)} ${waits} for a second person.`;
}
