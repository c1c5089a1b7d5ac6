import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { BigFigures } from '@/components/dashboards/big-figures';
import { DownloadLinks } from '@/components/dashboards/download-links';
import { ManagerPages } from '@/components/dashboards/manager-pages';
import { LapseChart } from '@/components/lapses/lapse-chart';
import { LapseLists } from '@/components/lapses/lapse-lists';
import { LapseMonths, paceWords } from '@/components/lapses/lapse-months';
import { ProblemView } from '@/components/ui/problem-view';
import { requireActor } from '@/lib/auth/session';
import { hoursFor } from '@/lib/domain/assessor-pace';
import { addDays } from '@/lib/domain/dates';
import { readLapseView } from '@/lib/domain/lapse-view';
import { cliffs, lapseMonths, lapseTotals, MONTHS_AHEAD } from '@/lib/domain/lapses';
import { formatCount, formatDate, formatDateTime, formatNumber } from '@/lib/format';
import { paths } from '@/lib/paths';
import { getLapses, type Lapses } from '@/lib/queries/figures/get-lapses';

const TITLE = 'What lapses';
const APPROVALS = { one: 'approval', many: 'approvals' };

export default async function LapsesPage({ searchParams }: PageProps<'/manage/lapses'>) {
  const actor = await requireActor('figures:view');
  const view = readLapseView(await searchParams);
  const lapses = await readPage(() => getLapses(actor, view.which, view));
  const title = view.problems.length > 0 ? `Error: ${TITLE}` : TITLE;
  const page = { actor, title, width: 'wide' } as const;
  if (!lapses)
    return (
      <SignedInPage {...page}>
        <ProblemView />
      </SignedInPage>
    );
  const { counts, today, pace } = lapses;
  const [totals, months] = [lapseTotals(counts, today), lapseMonths(counts, today)];
  const { cases } = totals;
  return (
    <SignedInPage {...page}>
      <h1 className="nhsuk-heading-l">{TITLE}</h1>
      <ManagerPages current="lapses" />
      <p className="app-measure">{situation(lapses)}</p>
      <BigFigures
        label="Approvals in force"
        figures={[
          {
            ...{ id: 'lapsed', label: 'Already past the last day', unit: APPROVALS },
            ...{ value: totals.lapsed, href: `${paths.lapses}?show=lapsed#list`, trouble: true },
          },
          {
            ...{ id: 'ahead', label: `End within ${MONTHS_AHEAD} months`, unit: APPROVALS },
            ...{ value: totals.ahead, href: '#months' },
          },
          { id: 'later', label: 'End later', unit: APPROVALS, value: totals.later },
          {
            ...{ id: 'hours', label: `Assessor hours, now and in ${MONTHS_AHEAD} months` },
            ...{ value: hoursFor(pace, cases.lapsed + cases.ahead) },
            unit: { one: 'hour', many: 'hours' },
            href: '#hours',
          },
        ]}
      />
      <LapseChart months={months} cliffs={cliffs(counts, today)} today={today} />
      <h2 className="nhsuk-heading-m" id="hours">
        Assessor hours at the current pace
      </h2>
      <p className="app-measure">{paceWords(pace)}</p>
      <LapseMonths {...{ months, totals, pace }} />
      <DownloadLinks what="the months" path={paths.lapsesMonths} />
      <LapseLists view={view} list={lapses.list} lapsed={lapses.lapsed} today={today} />
      <p>{judgedWords(lapses)}</p>
    </SignedInPage>
  );
}

/** How many are in force, and the day on which most of them end at once. */
function situation({ counts, today }: Lapses): string {
  const { all, lapsed } = lapseTotals(counts, today);
  if (all === 0) return 'No approval is in force yet.';
  const inForce = `${formatCount(all, 'approval is', 'approvals are')} in force`;
  const past =
    lapsed === 0
      ? 'none of them past the last day of its assurance.'
      : `${formatNumber(lapsed)} of them past the last day of ${lapsed === 1 ? 'its' : 'their'} assurance.`;
  const falls = cliffs(counts, today).map(
    ({ until, ending, standing }) =>
      ` On ${formatDate(addDays(until, 1))}, ${formatNumber(ending)} of ${formatNumber(standing)} ${ending === 1 ? 'stops being assured' : 'stop being assured at once'}, since a DSPT edition ends on ${formatDate(until)}.`,
  );
  return `${inForce}, ${past}${falls.join('')}`;
}

/** By what the days are, and since when. */
function judgedWords({ judged }: Lapses): string {
  if (judged.open)
    return 'All approvals are being held against the register just now. Load the page again to see what that changes.';
  const last = judged.at
    ? `All approvals were last held against the register on ${formatDateTime(judged.at)}.`
    : 'The approvals were not held against a register yet.';
  return `${last} A decision or a date of an agreement counts at once; a new register counts once all approvals were held against it.`;
}
