import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { FiltersForm } from '@/components/form/filters-form';
import { TextField } from '@/components/form/text-field';
import { SuppliersTable } from '@/components/suppliers/suppliers-table';
import { Link } from '@/components/ui/link';
import { LinkTabs } from '@/components/ui/link-tabs';
import { Pagination } from '@/components/ui/pagination';
import { ProblemView } from '@/components/ui/problem-view';
import { requireActor } from '@/lib/auth/session';
import {
  EUO_COUNT_IDS,
  isSupplierOrder,
  readSupplierCursor,
  SUPPLIER_ORDERS,
  type SupplierOrder,
  writeSupplierCursor,
} from '@/lib/domain/supplier-list';
import { formatDateTime } from '@/lib/format';
import { paths } from '@/lib/paths';
import { listSuppliers } from '@/lib/queries/suppliers/list-suppliers';

const TITLE = 'Suppliers';
const one = (value: string | string[] | undefined): string =>
  (Array.isArray(value) ? value[0] : value)?.slice(0, 200).trim() ?? '';

type View = { text: string; order: SupplierOrder };

/** The list's address with this view, from a row on. */
function addressOf({ text, order }: View, after = '') {
  const said = { text, order: order === 'worst' ? '' : order, after };
  const query = new URLSearchParams(Object.entries(said).filter(([, value]) => value !== ''));
  return `${paths.suppliers}?${query}` as const;
}

export default async function SuppliersPage({ searchParams }: PageProps<'/assess/suppliers'>) {
  const actor = await requireActor('onboarding:oversee');
  const query = await searchParams;
  const order = one(query.order);
  const view: View = { text: one(query.text), order: isSupplierOrder(order) ? order : 'worst' };
  const after = readSupplierCursor(String(query.after ?? ''));
  const list = await readPage(() => listSuppliers(actor, { ...view, after }));
  const page = { actor, title: TITLE, width: 'wide' } as const;
  if (!list)
    return (
      <SignedInPage {...page}>
        <ProblemView />
      </SignedInPage>
    );
  const { rows, next, countedUntil } = list;
  const { text } = view;
  return (
    <SignedInPage {...page}>
      <h1 className="nhsuk-heading-l">{TITLE}</h1>
      <p className="app-measure">
        Each supplier answers for the end user organisations that it brings live. Most trouble has
        who has most that is live and not ready, lapsed or not proven, most overrides, outdated AUP
        alerts and failed spot checks together.
      </p>
      <LinkTabs
        label="Order"
        tabs={Object.entries(SUPPLIER_ORDERS).map(([id, { label }]) => ({
          href: addressOf({ text, order: id as SupplierOrder }),
          label,
          current: id === view.order,
        }))}
      />
      <FiltersForm
        action={paths.suppliers}
        clear={paths.suppliers}
        values={{ text }}
        label="Find a supplier"
        keep={view.order === 'worst' ? {} : { order: view.order }}
      >
        <TextField name="text" label="Name or ODS code" autoComplete="off" />
      </FiltersForm>
      <SuppliersTable
        rows={rows}
        columns={EUO_COUNT_IDS}
        empty={
          text === '' ? (
            <p>No supplier is here yet. A manager adds them as organisations.</p>
          ) : (
            <p>
              No supplier matches ‘{text}’. Check the spelling, or{' '}
              <Link href={paths.suppliers}>clear the filter</Link>.
            </p>
          )
        }
      />
      {countedUntil ? (
        <p>Counted {formatDateTime(countedUntil)}. What changed since is being counted.</p>
      ) : null}
      <Pagination
        previous={after ? { href: addressOf(view), label: 'First' } : undefined}
        next={next ? { href: addressOf(view, writeSupplierCursor(next)) } : undefined}
      />
    </SignedInPage>
  );
}
