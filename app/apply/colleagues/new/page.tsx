import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { InviteForm } from '@/components/people/invite-form';
import { requireActor } from '@/lib/auth/session';
import { SUPPLIER_ROLES } from '@/lib/domain/permissions';
import { paths } from '@/lib/paths';
import { mailGoesOut } from '@/lib/ports/mail';
import { inviteColleagueAction } from './actions';

export default withProblemView(async () => {
  const actor = await requireActor('colleague:manage');
  return (
    <SignedInPage
      actor={actor}
      width="narrow"
      back={{ href: paths.colleagues, label: 'Colleagues' }}
    >
      <InviteForm
        byEmail={mailGoesOut()}
        action={inviteColleagueAction}
        title="Add a colleague"
        roles={SUPPLIER_ROLES}
      />
    </SignedInPage>
  );
});
