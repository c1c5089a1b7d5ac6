import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { CountedAt } from '@/components/dashboards/counted-at';
import { ManagerPages } from '@/components/dashboards/manager-pages';
import { ReportView } from '@/components/dashboards/report-view';
import { Pagination } from '@/components/ui/pagination';
import { PrintButton } from '@/components/ui/print-button';
import { ProblemView } from '@/components/ui/problem-view';
import { WarningCallout } from '@/components/ui/warning-callout';
import { requireActor } from '@/lib/auth/session';
import { londonDate } from '@/lib/domain/clock';
import { monthWords } from '@/lib/domain/dashboard-filters';
import { addMonths, type PlainDate } from '@/lib/domain/dates';
import { readReportMonth } from '@/lib/domain/report-month';
import { paths } from '@/lib/paths';
import { now } from '@/lib/ports/clock';
import { getReport } from '@/lib/queries/figures/get-report';
import { sumSuppliers } from '@/lib/queries/suppliers/list-suppliers';

const linkTo = (month: PlainDate) => ({
  href: paths.report(month.slice(0, 7)),
  label: monthWords(month),
});

/** A month on one page to print; for managers. */
export default async function ReportPage({ searchParams }: PageProps<'/manage/report'>) {
  const actor = await requireActor('figures:view');
  const query = await searchParams;
  const at = now();
  const today = londonDate(at);
  const { month, wrong } = readReportMonth(query.month, today);
  const next = addMonths(month, 1);
  const title = `Report of ${monthWords(month)}${next > today ? ', so far' : ''}`;
  const view = await readPage(async () => {
    const [report, euos] = [await getReport(actor, month), await sumSuppliers(actor)];
    return report && euos && { ...report, euos: euos.sums };
  });
  return (
    <SignedInPage actor={actor} title={title} width="wide">
      {wrong ? (
        <WarningCallout heading="That is no month of a report">
          <p>
            A report is of a month that has begun, of the last five years, such as 2026-03. This is
            the last whole month.
          </p>
        </WarningCallout>
      ) : null}
      <h1 className="nhsuk-heading-l">{title}</h1>
      <ManagerPages current="report" />
      <PrintButton>Print this report</PrintButton>
      {view ? (
        <>
          <CountedAt asOf={view.countedUntil} now={at} />
          <ReportView {...view} {...{ month, today }} own={view.month} />
          <Pagination
            previous={linkTo(addMonths(month, -1))}
            next={next <= today ? linkTo(next) : undefined}
          />
        </>
      ) : (
        <ProblemView />
      )}
    </SignedInPage>
  );
}
