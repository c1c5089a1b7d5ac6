import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { OrganisationForm } from '@/components/organisations/organisation-form';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { keptWords, requireActor } from '@/lib/auth/session';
import { paths } from '@/lib/paths';
import { addOrganisationAction } from './actions';

export default withProblemView(async () => {
  const actor = await requireActor('organisation:manage');
  const kept = await keptWords(actor, paths.organisationNew);
  return (
    <SignedInPage
      actor={actor}
      width="narrow"
      back={{ href: paths.organisations, label: 'Organisations' }}
    >
      {kept ? (
        <NotificationBanner heading="You were signed out while you were typing. What you typed is here again." />
      ) : null}
      <OrganisationForm
        action={addOrganisationAction}
        title="Add an organisation"
        button="Add organisation"
        {...(kept ? { initial: kept } : {})}
      />
    </SignedInPage>
  );
});
