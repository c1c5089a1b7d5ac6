import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { InviteForm } from '@/components/people/invite-form';
import { requireActor } from '@/lib/auth/session';
import { STAFF_ROLES } from '@/lib/domain/permissions';
import { paths } from '@/lib/paths';
import { mailGoesOut } from '@/lib/ports/mail';
import { inviteStaffAction } from './actions';

export default withProblemView(async () => {
  const actor = await requireActor('people:manage');
  return (
    <SignedInPage actor={actor} width="narrow" back={{ href: paths.people, label: 'People' }}>
      <InviteForm
        byEmail={mailGoesOut()}
        action={inviteStaffAction}
        title="Add a person"
        roles={STAFF_ROLES}
      />
    </SignedInPage>
  );
});
