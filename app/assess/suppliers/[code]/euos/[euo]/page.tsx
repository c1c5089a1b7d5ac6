import { readPage } from '@/app/read-page';
import { SignedInPage } from '@/app/signed-in-page';
import { OnboardingSection } from '@/components/euo/onboarding-section';
import { OdsPanel } from '@/components/registers/ods-panel';
import { ProblemView } from '@/components/ui/problem-view';
import { requireActor } from '@/lib/auth/session';
import { paths } from '@/lib/paths';
import { getSupplierEuo } from '@/lib/queries/suppliers/get-supplier-euo';

type Props = PageProps<'/assess/suppliers/[code]/euos/[euo]'>;

/** One end user organisation of a supplier as staff read it: everything, and nothing to change. */
export default async function SupplierEuoPage({ params }: Props) {
  const actor = await requireActor('onboarding:oversee');
  const { code, euo: euoCode } = await params;
  const euo = await readPage(() => getSupplierEuo(actor, code, euoCode));
  if (!euo)
    return (
      <SignedInPage actor={actor} title="Problem with the service">
        <ProblemView back={{ href: paths.suppliers, label: 'Go to the suppliers' }} />
      </SignedInPage>
    );
  const { supplier, odsCode, name, onboardings } = euo;
  const [first] = onboardings;
  return (
    <SignedInPage
      actor={actor}
      title={`${name}, of ${supplier.name}`}
      back={{
        href: paths.supplierEuos(supplier.record),
        label: `End user organisations of ${supplier.name}`,
      }}
    >
      <h1 className="nhsuk-heading-l [overflow-wrap:anywhere]">
        <span className="nhsuk-caption-l">
          {odsCode}, of {supplier.name}
        </span>{' '}
        {name}
      </h1>
      <p>You see of its files what the supplier sent for a spot check. To see more, draw one.</p>
      {first ? <OdsPanel code={odsCode} fact={first.ods} today={first.today} /> : null}
      {onboardings.map((view) => (
        <OnboardingSection key={view.id} view={view} reader="staff" />
      ))}
    </SignedInPage>
  );
}
