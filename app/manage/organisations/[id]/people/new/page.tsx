import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { InviteForm } from '@/components/people/invite-form';
import { requireActor } from '@/lib/auth/session';
import { SUPPLIER_ROLES } from '@/lib/domain/permissions';
import { paths } from '@/lib/paths';
import { mailGoesOut } from '@/lib/ports/mail';
import { getOrganisation } from '@/lib/queries/organisations/get-organisation';
import { invitePersonAction } from './actions';

type Props = { params: Promise<{ id: string }> };

export default withProblemView(async ({ params }: Props) => {
  const actor = await requireActor('people:manage');
  const { id } = await params;
  const organisation = await getOrganisation(actor, id);
  if (!organisation) go(paths.notFound);
  return (
    <SignedInPage
      actor={actor}
      width="narrow"
      back={{ href: paths.organisation(id), label: organisation.name }}
    >
      <InviteForm
        byEmail={mailGoesOut()}
        action={invitePersonAction.bind(null, id)}
        title={`Add a person to ${organisation.name}`}
        roles={SUPPLIER_ROLES}
      />
    </SignedInPage>
  );
});
