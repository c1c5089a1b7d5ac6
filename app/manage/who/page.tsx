import { ReassignOutcome } from '@/app/manage/reassign-outcome';
import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { RankedBars } from '@/components/charts/ranked-bars';
import { DownloadLinks } from '@/components/dashboards/download-links';
import { ManagerPages } from '@/components/dashboards/manager-pages';
import { WorkloadTable, workloadHref } from '@/components/queue/workload-table';
import { ProblemView } from '@/components/ui/problem-view';
import { requireActor } from '@/lib/auth/session';
import { APPLICATIONS } from '@/lib/domain/charts/words';
import { londonDate } from '@/lib/domain/clock';
import { WORKLOAD_AGE_IDS, WORKLOAD_AGES, workloadSentence } from '@/lib/domain/workload';
import { paths } from '@/lib/paths';
import { now } from '@/lib/ports/clock';
import { getWorkloads } from '@/lib/queries/manage/get-workloads';

const TITLE = 'Who has what';

/** What each assessor has, who is late, who is away: to share the work out. */
export default async function WhoPage({ searchParams }: PageProps<'/manage/who'>) {
  const actor = await requireActor('case:reassign');
  const found = await readPage(() => getWorkloads(actor));
  const page = { actor, title: TITLE, width: 'wide' } as const;
  if (!found)
    return (
      <SignedInPage {...page}>
        <ProblemView />
      </SignedInPage>
    );
  const { people, nobodys } = found;
  const nobody = { personId: null, name: 'Nobody', absentUntil: null, decided: 0, ...nobodys };
  return (
    <SignedInPage {...page}>
      <ReassignOutcome actor={actor} query={await searchParams} />
      <h1 className="nhsuk-heading-l">{TITLE}</h1>
      <ManagerPages current="who" />
      <p className="app-measure">{workloadSentence(people, nobodys)}</p>
      <RankedBars
        id="workload"
        heading="What waits for each assessor, by age"
        sentence="What waits for a supplier or for a second person is not counted here."
        empty="There are no assessors."
        unit={APPLICATIONS}
        rowName="Assessor"
        series={WORKLOAD_AGE_IDS.map((id) => WORKLOAD_AGES[id].label)}
        rows={people.map((row) => ({
          key: row.personId ?? '',
          label: row.name,
          href: workloadHref(row, { due: 'assessor' }),
          values: WORKLOAD_AGE_IDS.map((id) => row[id]),
        }))}
      />
      <h2 className="nhsuk-heading-m">Everything that each assessor has</h2>
      <p className="app-measure">
        Late, due soon, older and newer is what waits for the assessor. ‘Older’ was received more
        than 5 working days ago and is neither late nor due soon. Decided are applications whose
        decision they recommended.
      </p>
      <WorkloadTable rows={[...people, nobody]} today={londonDate(now())} />
      <DownloadLinks what="what each assessor has" path={paths.manageWhoDownload} />
    </SignedInPage>
  );
}
