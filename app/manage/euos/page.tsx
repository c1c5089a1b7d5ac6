import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { CountedAt } from '@/components/dashboards/counted-at';
import { DownloadLinks } from '@/components/dashboards/download-links';
import { ManagerPages } from '@/components/dashboards/manager-pages';
import { ErrorSummary } from '@/components/form/error-summary';
import { FiltersForm } from '@/components/form/filters-form';
import { TextField } from '@/components/form/text-field';
import { Figures } from '@/components/queue/figures';
import { SuppliersTable } from '@/components/suppliers/suppliers-table';
import { Link } from '@/components/ui/link';
import { Pagination } from '@/components/ui/pagination';
import { ProblemView } from '@/components/ui/problem-view';
import { requireActor } from '@/lib/auth/session';
import {
  isEuoCount,
  SUPPLIER_FIGURE_IDS,
  SUPPLIER_FIGURES,
  type SupplierFigures,
  writeSupplierCursor,
} from '@/lib/domain/supplier-list';
import { readSupplierView, type SupplierView, supplierQuery } from '@/lib/domain/supplier-view';
import { formatCount, formatNumber } from '@/lib/format';
import { paths } from '@/lib/paths';
import { now } from '@/lib/ports/clock';
import { listSuppliers, sumSuppliers } from '@/lib/queries/suppliers/list-suppliers';

const TITLE = 'Suppliers’ end user organisations';
const LIST = 'suppliers';
const WORST =
  'The worst has most to look at: what is lapsed, not ready or not proven, overrides, outdated AUP alerts and failed spot checks, each counted as one.';
type Shown = Pick<SupplierView, 'text' | 'having'>;
const addressOf = (view: Shown, after = '') =>
  `${paths.manageEuos}${supplierQuery(view, after)}` as const;

export default async function EuosPage({ searchParams }: PageProps<'/manage/euos'>) {
  const actor = await requireActor('figures:view');
  const view = readSupplierView(await searchParams);
  const { text, after, problems } = view;
  const found = await readPage(async () => {
    const all = await sumSuppliers(actor);
    const list = await listSuppliers(actor, { ...view, order: 'worst' });
    return all && list && { ...all, ...list };
  });
  const title = problems.length > 0 ? `Error: ${TITLE}` : TITLE;
  const page = { actor, title, width: 'wide' } as const;
  if (!found)
    return (
      <SignedInPage {...page}>
        <ProblemView />
      </SignedInPage>
    );
  const { suppliers, sums, rows, next, countedUntil } = found;
  return (
    <SignedInPage {...page}>
      <h1 className="nhsuk-heading-l">{TITLE}</h1>
      <ManagerPages current="euos" />
      <p className="app-measure">{situation(suppliers, sums)}</p>
      <Figures
        label="Of all suppliers"
        lead
        exact
        what="end user organisation"
        figures={SUPPLIER_FIGURE_IDS.map((id) => ({
          ...{ id, label: SUPPLIER_FIGURES[id].label, count: sums[id] },
          ...(isEuoCount(id) ? {} : { what: 'spot check' }),
          href: `${addressOf({ text: '', having: id })}#${LIST}` as const,
          trouble: SUPPLIER_FIGURES[id].trouble,
        }))}
      />
      <h2 className="nhsuk-heading-m" id={LIST}>
        {headingOf(view)}
      </h2>
      {view.having ? null : <p className="app-measure">{WORST}</p>}
      {view.having ? (
        <p>
          <Link href={addressOf({ text, having: null })}>Show all suppliers, the worst first</Link>
        </p>
      ) : null}
      {problems.length > 0 ? (
        <ErrorSummary problems={problems} idPrefix="filter-" focusKey={0} />
      ) : null}
      <FiltersForm
        action={paths.manageEuos}
        clear={paths.manageEuos}
        values={{ text }}
        label="Find a supplier"
        keep={view.having ? { with: view.having } : {}}
      >
        <TextField name="text" label="Name or ODS code" autoComplete="off" />
      </FiltersForm>
      <SuppliersTable
        rows={rows}
        columns={SUPPLIER_FIGURE_IDS}
        empty={<p>{emptyWords(view, suppliers)}</p>}
      />
      <Pagination
        previous={after ? { href: addressOf(view), label: 'First' } : undefined}
        next={next ? { href: addressOf(view, writeSupplierCursor(next)) } : undefined}
      />
      {rows.length > 0 ? (
        <DownloadLinks
          label="Download all of them"
          what="these suppliers"
          path={paths.manageEuosDownload}
          query={supplierQuery(view)}
        />
      ) : null}
      <CountedAt asOf={countedUntil} now={now()} />
    </SignedInPage>
  );
}

/** How many are live, and how many of them are a trouble. */
function situation(suppliers: number, sums: SupplierFigures): string {
  if (sums.live === 0) return 'No end user organisation is live yet.';
  const all = `${formatCount(sums.live, 'end user organisation is', 'end user organisations are')} live with ${formatCount(suppliers, 'supplier')}.`;
  const trouble = sums.lapsed + sums.not_ready + sums.not_proven;
  if (trouble === 0) return `${all} Every one of them is ready.`;
  return `${all} ${formatNumber(trouble)} of them ${trouble === 1 ? 'is' : 'are'} lapsed, not ready or not proven.`;
}

function headingOf({ having }: Shown): string {
  if (!having) return 'Suppliers, the worst first';
  const { label } = SUPPLIER_FIGURES[having];
  return `Suppliers by ‘${label}’, the most first`;
}

function emptyWords({ text, having }: Shown, suppliers: number): string {
  if (suppliers === 0) return 'No supplier is here yet. Add the first under Organisations.';
  if (text !== '') return `No supplier matches ‘${text}’. Check the spelling, or clear the filter.`;
  return having
    ? 'No supplier has any. Show all suppliers instead.'
    : 'There is nothing on this page. Go to the first one.';
}
