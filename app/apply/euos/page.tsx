import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { NewerAup } from '@/components/euo/newer-aup';
import { OnboardingFilters } from '@/components/euo/onboarding-filters';
import { OnboardingTable } from '@/components/euo/onboarding-table';
import { UnclearedProducts } from '@/components/euo/uncleared-products';
import { VerdictTabs } from '@/components/euo/verdict-tabs';
import { OpenSpotChecks } from '@/components/spot-checks/open-spot-checks';
import { ButtonLink } from '@/components/ui/button-link';
import { Link } from '@/components/ui/link';
import { Pagination } from '@/components/ui/pagination';
import { ProblemView } from '@/components/ui/problem-view';
import { requireActor } from '@/lib/auth/session';
import type { ExportFormat } from '@/lib/domain/euo-export';
import {
  isFiltered,
  type OnboardingFilter,
  onboardingQuery,
  readOnboardingCursor,
  readOnboardingFilter,
  writeOnboardingCursor,
} from '@/lib/domain/onboarding-filter';
import { can } from '@/lib/domain/permissions';
import { paths } from '@/lib/paths';
import { listOnboardings } from '@/lib/queries/onboardings/list-onboardings';

const TITLE = 'End user organisations';

export default async function EuosPage({ searchParams }: PageProps<'/apply/euos'>) {
  const actor = await requireActor('onboarding:view');
  const query = await searchParams;
  const filter = readOnboardingFilter(query);
  const after = readOnboardingCursor(String(query.after ?? ''));
  const list = await readPage(() => listOnboardings(actor, { filter, after }));
  const page = { actor, title: TITLE, width: 'wide' } as const;
  if (!list)
    return (
      <SignedInPage {...page}>
        <ProblemView />
      </SignedInPage>
    );
  const { rows, next, counts, products, uncleared, newerAup, spotChecks } = list;
  const mayEdit = can(actor, 'onboarding:edit');
  const some = rows.length > 0 || isFiltered(filter) || after !== null;
  const first = `${paths.euos}${onboardingQuery(filter)}` as const;
  return (
    <SignedInPage {...page}>
      <div className="app-head">
        <h1 className="nhsuk-heading-l">{TITLE}</h1>
        {mayEdit ? <Actions primary={!some} /> : null}
      </div>
      <OpenSpotChecks spotChecks={spotChecks} />
      <UnclearedProducts uncleared={uncleared} reader="supplier" list={paths.euos} />
      <p className="app-measure">
        The practices, pharmacies, trusts and others that use your products. Before each one goes
        live you check that its DSPT status passes and bring the acceptable use policy (AUP) to its
        attention.
      </p>
      {some ? (
        <>
          <VerdictTabs path={paths.euos} filter={filter} counts={counts} />
          <OnboardingFilters path={paths.euos} filter={filter} products={products} />
          <NewerAup newer={newerAup} path={paths.euos} filter={filter} />
          <OnboardingTable
            finding={filter.finding}
            caption={`${TITLE}, by name`}
            rows={rows}
            base={paths.euos}
            empty={
              <p>
                Nothing matches these filters. Search finds the beginning of a name or a code.{' '}
                <Link href={paths.euos}>Clear filters</Link>
              </p>
            }
          />
          {rows.length > 0 ? <ExportLinks filter={filter} /> : null}
          <Pagination
            previous={after ? { href: first, label: 'First' } : undefined}
            next={
              next
                ? {
                    href: `?${onboardingQuery(filter, { after: writeOnboardingCursor(next) }).slice(1)}`,
                  }
                : undefined
            }
          />
        </>
      ) : (
        <p>
          There are none yet.{' '}
          {mayEdit ? 'Add one by its ODS code, or import many.' : 'A contributor adds them.'}
        </p>
      )}
    </SignedInPage>
  );
}

function ExportLinks({ filter }: { filter: OnboardingFilter }) {
  const link = (format: ExportFormat) => `${paths.euoExport}${onboardingQuery(filter, { format })}`;
  return (
    <p>
      Export {isFiltered(filter) ? 'what these filters leave' : 'all of them'}:{' '}
      <a href={link('csv')} download>
        CSV
      </a>{' '}
      or{' '}
      <a href={link('xlsx')} download>
        XLSX
      </a>
    </p>
  );
}

function Actions({ primary }: { primary: boolean }) {
  return (
    <div className="flex flex-wrap gap-x-4">
      <ButtonLink href={paths.euoNew} {...(primary ? {} : { variant: 'secondary' })}>
        Add an organisation
      </ButtonLink>
      <ButtonLink href={paths.euoImports} variant="secondary">
        Import many
      </ButtonLink>
    </div>
  );
}
