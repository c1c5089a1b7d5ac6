import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { CountedAt } from '@/components/dashboards/counted-at';
import { DashboardFilters } from '@/components/dashboards/dashboard-filters';
import { DownloadLinks } from '@/components/dashboards/download-links';
import { ManagerPages } from '@/components/dashboards/manager-pages';
import { WhyView } from '@/components/dashboards/why-view';
import { ProblemView } from '@/components/ui/problem-view';
import { requireActor } from '@/lib/auth/session';
import { londonDate } from '@/lib/domain/clock';
import { dashboardQuery, readDashboardFilters } from '@/lib/domain/dashboard-filters';
import { readingWithout } from '@/lib/domain/figure-names';
import { paths } from '@/lib/paths';
import { now } from '@/lib/ports/clock';
import { getWhy } from '@/lib/queries/figures/get-why';

const TITLE = 'Why more was asked for';

/** Why suppliers were asked for more, by reason, question and guidance; for managers. */
export default async function WhyPage({ searchParams }: PageProps<'/manage/why'>) {
  const actor = await requireActor('figures:view');
  const at = now();
  const today = londonDate(at);
  const asked = readDashboardFilters(await searchParams, today);
  const view = await readPage(() => getWhy(actor, asked.filters));
  const reading = view ? readingWithout(asked, view.unknown) : asked;
  const title = reading.problems.length > 0 ? `Error: ${TITLE}` : TITLE;
  return (
    <SignedInPage actor={actor} title={title} width="wide">
      <h1 className="nhsuk-heading-l">{TITLE}</h1>
      <ManagerPages current="why" />
      {view ? (
        <>
          <DashboardFilters path={paths.manageWhy} reading={reading} {...view.choices} />
          <CountedAt asOf={view.countedUntil} now={at} />
          <WhyView filters={reading.filters} why={view} today={today} />
          <DownloadLinks
            what="the reasons"
            path={paths.whyDownload}
            query={dashboardQuery(reading.filters)}
          />
        </>
      ) : (
        <ProblemView />
      )}
    </SignedInPage>
  );
}
