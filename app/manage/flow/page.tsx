import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { CountedAt } from '@/components/dashboards/counted-at';
import { DashboardFilters } from '@/components/dashboards/dashboard-filters';
import { DownloadLinks } from '@/components/dashboards/download-links';
import { FlowView } from '@/components/dashboards/flow-view';
import { ManagerPages } from '@/components/dashboards/manager-pages';
import { ProblemView } from '@/components/ui/problem-view';
import { requireActor } from '@/lib/auth/session';
import { londonDate } from '@/lib/domain/clock';
import { dashboardQuery, readDashboardFilters } from '@/lib/domain/dashboard-filters';
import { readingWithout } from '@/lib/domain/figure-names';
import { paths } from '@/lib/paths';
import { now } from '@/lib/ports/clock';
import { getFlow } from '@/lib/queries/figures/get-flow';

const TITLE = 'Flow';

/** How applications come and go, and how long they take; for managers. */
export default async function FlowPage({ searchParams }: PageProps<'/manage/flow'>) {
  const actor = await requireActor('figures:view');
  const at = now();
  const today = londonDate(at);
  const asked = readDashboardFilters(await searchParams, today);
  const view = await readPage(() => getFlow(actor, asked.filters));
  const reading = view ? readingWithout(asked, view.unknown) : asked;
  const title = reading.problems.length > 0 ? `Error: ${TITLE}` : TITLE;
  return (
    <SignedInPage actor={actor} title={title} width="wide">
      <h1 className="nhsuk-heading-l">{TITLE}</h1>
      <ManagerPages current="flow" />
      {view ? (
        <>
          <DashboardFilters path={paths.manageFlow} reading={reading} {...view.choices} />
          <CountedAt asOf={view.countedUntil} now={at} />
          <FlowView {...view} filters={reading.filters} today={today} />
          <DownloadLinks
            what="the flow"
            path={paths.flowDownload}
            query={dashboardQuery(reading.filters)}
          />
        </>
      ) : (
        <ProblemView />
      )}
    </SignedInPage>
  );
}
