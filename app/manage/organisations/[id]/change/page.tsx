import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { OrganisationForm } from '@/components/organisations/organisation-form';
import { requireActor } from '@/lib/auth/session';
import { paths } from '@/lib/paths';
import { getOrganisation } from '@/lib/queries/organisations/get-organisation';
import { changeOrganisationAction } from './actions';

type Props = { params: Promise<{ id: string }> };

export default withProblemView(async ({ params }: Props) => {
  const actor = await requireActor('organisation:manage');
  const { id } = await params;
  const organisation = await getOrganisation(actor, id);
  if (!organisation) go(paths.notFound);
  return (
    <SignedInPage
      actor={actor}
      width="narrow"
      back={{ href: paths.organisation(id), label: organisation.name }}
    >
      <OrganisationForm
        action={changeOrganisationAction.bind(null, id)}
        title={`Change the details of ${organisation.name}`}
        button="Save details"
        version={organisation.version}
        initial={{
          name: organisation.name,
          odsCode: organisation.odsCode ?? '',
          dsptIdentifier: organisation.dsptIdentifier ?? '',
          profile: organisation.profile ?? '',
        }}
      />
    </SignedInPage>
  );
});
