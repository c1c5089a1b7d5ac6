import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { UnclearedProducts } from '@/components/euo/uncleared-products';
import { SuccessionLines } from '@/components/organisations/succession-lines';
import { Figures } from '@/components/queue/figures';
import { OdsPanel } from '@/components/registers/ods-panel';
import { EuoMatrix } from '@/components/suppliers/euo-matrix';
import { OutdatedAlerts } from '@/components/suppliers/outdated-alerts';
import { RecordPart } from '@/components/suppliers/record-part';
import {
  ApplicationsTable,
  OverridesTable,
  ProductsTable,
} from '@/components/suppliers/record-tables';
import { SpotChecksTable } from '@/components/suppliers/spot-checks-table';
import { ButtonLink } from '@/components/ui/button-link';
import { Link } from '@/components/ui/link';
import { ProblemView } from '@/components/ui/problem-view';
import { SummaryList } from '@/components/ui/summary-list';
import { requireActor } from '@/lib/auth/session';
import { onboardingQuery } from '@/lib/domain/onboarding-filter';
import { PROFILES } from '@/lib/domain/questions/types';
import { EUO_COUNT_IDS, EUO_COUNTS, EUOS_BEHIND } from '@/lib/domain/supplier-list';
import { paths } from '@/lib/paths';
import { getSupplier, type SupplierRecord } from '@/lib/queries/suppliers/get-supplier';

export default async function SupplierPage({ params }: PageProps<'/assess/suppliers/[code]'>) {
  const actor = await requireActor('onboarding:oversee');
  const { code } = await params;
  const supplier = await readPage(() => getSupplier(actor, code));
  const page = {
    actor,
    title: supplier ? `Record of ${supplier.name}` : 'Problem with the service',
    back: { href: paths.suppliers, label: 'Suppliers' },
  } as const;
  if (!supplier)
    return (
      <SignedInPage {...page}>
        <ProblemView />
      </SignedInPage>
    );
  const { record, counts, name } = supplier;
  const list = paths.supplierEuos(record);
  return (
    <SignedInPage {...page}>
      <div className="app-head">
        <h1 className="nhsuk-heading-l">{name}</h1>
        {supplier.mayDraw ? (
          <ButtonLink href={paths.spotCheckNew(record)}>Draw a spot check</ButtonLink>
        ) : null}
      </div>
      <SuccessionLines
        of={supplier.id}
        successions={supplier.successions}
        hrefOf={({ id, odsCode }) => paths.supplierRecord(odsCode ?? id)}
      />
      <Figures
        label="End user organisations"
        what="end user organisation"
        figures={EUO_COUNT_IDS.map((id) => ({
          ...{ id, label: EUO_COUNTS[id].label, count: counts[id] },
          ...{
            href: `${list}${onboardingQuery(EUOS_BEHIND[id])}`,
            trouble: EUO_COUNTS[id].trouble,
          },
        }))}
        lead
      />
      <UnclearedProducts uncleared={supplier.uncleared} reader="staff" list={list} />
      <RecordPart title="Spot checks">
        <SpotChecksTable record={record} spotChecks={supplier.spotChecks} />
      </RecordPart>
      <RecordPart title="End user organisations">
        <EuoMatrix list={list} matrix={supplier.matrix} />
        <p>
          <Link href={list}>Look through all of them</Link>
        </p>
      </RecordPart>
      <RecordPart title="Alerts to an AUP version that is no longer in force">
        <OutdatedAlerts outdated={supplier.outdated} list={list} />
      </RecordPart>
      <RecordPart title="Went live by an override">
        <OverridesTable record={record} overrides={supplier.overrides} />
        {counts.overridden > supplier.overrides.length ? (
          <p>
            <Link href={`${list}${onboardingQuery({ overridden: true })}`}>All overrides</Link>
          </p>
        ) : null}
      </RecordPart>
      <RecordPart title="Products">
        <ProductsTable products={supplier.products} />
      </RecordPart>
      <RecordPart title="Applications and decisions">
        <ApplicationsTable applications={supplier.applications} />
        {supplier.moreApplications ? (
          <p>
            <Link href={`${paths.assess}?tab=all&supplier=${encodeURIComponent(name)}`}>
              All open applications
            </Link>
          </p>
        ) : null}
      </RecordPart>
      <RecordPart title="Organisation">
        <Details supplier={supplier} />
      </RecordPart>
    </SignedInPage>
  );
}

function Details({ supplier }: { supplier: SupplierRecord }) {
  const { odsCode, dsptIdentifier, profile, ods, today } = supplier;
  return (
    <>
      <SummaryList
        rows={[
          { label: 'ODS code', value: odsCode ?? 'Not known yet' },
          {
            label: 'DSPT identifier',
            value: dsptIdentifier ?? (odsCode ? 'Same as the ODS code' : 'Not known yet'),
          },
          { label: 'Profile', value: profile ? PROFILES[profile].label : 'Not known yet' },
        ]}
      />
      {odsCode && ods ? <OdsPanel code={odsCode} fact={ods} today={today} /> : null}
    </>
  );
}
