import { go } from '@/app/go';
import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { aboutWords, FigureCasesTable } from '@/components/dashboards/figure-cases-table';
import { ErrorSummary } from '@/components/form/error-summary';
import { Pagination } from '@/components/ui/pagination';
import { ProblemView } from '@/components/ui/problem-view';
import { requireActor } from '@/lib/auth/session';
import { londonDate } from '@/lib/domain/clock';
import { dashboardQuery, readDashboardFilters } from '@/lib/domain/dashboard-filters';
import type { PlainDate } from '@/lib/domain/dates';
import {
  type CameFrom,
  FIGURE_LISTS,
  type FigureList,
  figureCasesQuery,
  readFigureCases,
} from '@/lib/domain/figure-cases';
import { narrowedWords } from '@/lib/domain/figure-names';
import { readReportMonth } from '@/lib/domain/report-month';
import { formatDate } from '@/lib/format';
import { type Href, paths } from '@/lib/paths';
import { now } from '@/lib/ports/clock';
import { type FigureCasePage, listFigureCases } from '@/lib/queries/figures/list-figure-cases';

/** The page that the figure stands on, as it was; what its address says is read again, never repeated. */
function wayBack({ page, shown }: CameFrom, today: PlainDate): { href: Href; label: string } {
  if (page === 'who') return { href: paths.manageWho, label: 'Who has what' };
  if (page === 'report') {
    const { month } = readReportMonth(shown, today);
    return { href: paths.report(month.slice(0, 7)), label: 'Monthly report' };
  }
  const asked = Object.fromEntries(new URLSearchParams(shown));
  const query = dashboardQuery(readDashboardFilters(asked, today).filters);
  if (page === 'why')
    return { href: `${paths.manageWhy}${query}`, label: 'Why more was asked for' };
  return { href: `${paths.manageFlow}${query}`, label: 'Flow' };
}

/** The cases behind a figure; for managers. */
export default async function FigureCasesPage({ searchParams }: PageProps<'/manage/figures'>) {
  const actor = await requireActor('figures:view');
  const query = await searchParams;
  const reading = readFigureCases(query);
  if (!reading) go(paths.notFound);
  const { cases, came } = reading;
  const after = typeof query.after === 'string' ? query.after : undefined;
  const page = await readPage(() => listFigureCases(actor, cases, after));
  const list = cases.measure as FigureList;
  const { heading } = FIGURE_LISTS[list];
  const own = figureCasesQuery(cases, came);
  const back = wayBack(came, londonDate(now()));
  // There are no fields here to lead to.
  const problems = [...reading.problems, ...(page?.unknown ?? [])].map((problem) => ({
    ...problem,
    field: '',
  }));
  const about = ({ reasons }: FigureCasePage) =>
    cases.question ? [`About: ${aboutWords(cases.question, cases.reason, reasons)}`] : [];
  const narrowed = page ? [...narrowedWords(page.names), ...about(page)] : [];
  const title = problems.length > 0 ? `Error: ${heading}` : heading;
  return (
    <SignedInPage actor={actor} title={title} width="wide" back={back}>
      {problems.length > 0 ? (
        <ErrorSummary problems={problems} idPrefix="filter-" focusKey={0} />
      ) : null}
      <h1 className="nhsuk-heading-l">{heading}</h1>
      {problems.length > 0 ? <p>Nothing is listed. Go back to choose from the list.</p> : null}
      {page && problems.length === 0 ? (
        <>
          <p>
            From {formatDate(cases.from)} to {formatDate(cases.to)}, the latest first.
            {narrowed.length > 0 ? ` ${narrowed.join('. ')}.` : ''}
          </p>
          <FigureCasesTable list={list} caption={heading} rows={page.rows} reasons={page.reasons} />
          <Pagination
            previous={after ? { href: paths.figureCases(own), label: 'First' } : undefined}
            next={
              page.next === null
                ? undefined
                : { href: paths.figureCases(`${own}&after=${page.next}`) }
            }
          />
        </>
      ) : null}
      {page ? null : <ProblemView />}
    </SignedInPage>
  );
}
