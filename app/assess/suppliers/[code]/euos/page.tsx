import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { NewerAup } from '@/components/euo/newer-aup';
import { OnboardingFilters } from '@/components/euo/onboarding-filters';
import { OnboardingTable } from '@/components/euo/onboarding-table';
import { VerdictTabs } from '@/components/euo/verdict-tabs';
import { Link } from '@/components/ui/link';
import { Pagination } from '@/components/ui/pagination';
import { ProblemView } from '@/components/ui/problem-view';
import { requireActor } from '@/lib/auth/session';
import {
  isFiltered,
  onboardingQuery,
  readOnboardingCursor,
  readOnboardingFilter,
  writeOnboardingCursor,
} from '@/lib/domain/onboarding-filter';
import { paths } from '@/lib/paths';
import { listSupplierEuos } from '@/lib/queries/suppliers/list-supplier-euos';

export default async function SupplierEuosPage(props: PageProps<'/assess/suppliers/[code]/euos'>) {
  const actor = await requireActor('onboarding:oversee');
  const { code } = await props.params;
  const query = await props.searchParams;
  const filter = readOnboardingFilter(query);
  const after = readOnboardingCursor(String(query.after ?? ''));
  const found = await readPage(() => listSupplierEuos(actor, code, { filter, after }));
  if (!found)
    return (
      <SignedInPage actor={actor} title="Problem with the service">
        <ProblemView back={{ href: paths.suppliers, label: 'Go to the suppliers' }} />
      </SignedInPage>
    );
  const { supplier, rows, next, counts, products, newerAup } = found;
  const path = paths.supplierEuos(supplier.record);
  const all = isFiltered(filter) || after !== null;
  return (
    <SignedInPage
      actor={actor}
      title={`End user organisations of ${supplier.name}`}
      width="wide"
      back={{ href: paths.supplierRecord(supplier.record), label: supplier.name }}
    >
      <h1 className="nhsuk-heading-l">End user organisations of {supplier.name}</h1>
      <VerdictTabs path={path} filter={filter} counts={counts} />
      <OnboardingFilters path={path} filter={filter} products={products} />
      {filter.overridden ? (
        <p>
          Only those that went live by an override.{' '}
          <Link href={`${path}${onboardingQuery({ ...filter, overridden: false })}`}>Show all</Link>
        </p>
      ) : null}
      <NewerAup newer={newerAup} path={path} filter={filter} />
      <OnboardingTable
        finding={filter.finding}
        caption="End user organisations, by name"
        rows={rows}
        base={path}
        empty={
          all ? (
            <p>
              Nothing matches these filters. <Link href={path}>Clear filters</Link>
            </p>
          ) : (
            <p>This supplier has none yet.</p>
          )
        }
      />
      <Pagination
        previous={after ? { href: `${path}${onboardingQuery(filter)}`, label: 'First' } : undefined}
        next={
          next
            ? {
                href: `${path}${onboardingQuery(filter, { after: writeOnboardingCursor(next) })}`,
              }
            : undefined
        }
      />
    </SignedInPage>
  );
}
