import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { OnboardingSection } from '@/components/euo/onboarding-section';
import { OdsPanel } from '@/components/registers/ods-panel';
import { ButtonLink } from '@/components/ui/button-link';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { requireActor } from '@/lib/auth/session';
import { paths } from '@/lib/paths';
import { getEuo } from '@/lib/queries/onboardings/get-euo';
import { DONE } from './done';

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export default withProblemView(async ({ params, searchParams }: Props) => {
  const actor = await requireActor('onboarding:view');
  const { code } = await params;
  const euo = await getEuo(actor, code);
  if (!euo) go(paths.notFound);
  const { odsCode, name, onboardings } = euo;
  const { done } = await searchParams;
  if (code !== odsCode)
    go(
      `${paths.euo(odsCode)}${typeof done === 'string' ? `?done=${encodeURIComponent(done)}` : ''}`,
    );
  const told = typeof done === 'string' && Object.hasOwn(DONE, done) ? DONE[done] : undefined;
  const [first] = onboardings;
  return (
    <SignedInPage
      actor={actor}
      title={name}
      back={{ href: paths.euos, label: 'End user organisations' }}
    >
      {told ? <NotificationBanner kind={told.kind} heading={told.heading} /> : null}
      <div className="app-head">
        <h1 className="nhsuk-heading-l [overflow-wrap:anywhere]">
          <span className="nhsuk-caption-l">{odsCode}</span> {name}
        </h1>
      </div>
      {first ? <OdsPanel code={odsCode} fact={first.ods} today={first.today} /> : null}
      {onboardings.map((view) => (
        <OnboardingSection key={view.id} view={view} reader="supplier" />
      ))}
      {first?.mayEdit ? (
        <ButtonLink href={`${paths.euoNew}?for=${odsCode}`} variant="secondary">
          Add it for another product
        </ButtonLink>
      ) : null}
    </SignedInPage>
  );
});
