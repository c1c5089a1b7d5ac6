import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { FormsTitle } from '@/components/form/forms-title';
import { AbsenceForms } from '@/components/people/absence-forms';
import { requireActor } from '@/lib/auth/session';
import { env } from '@/lib/env';
import { paths } from '@/lib/paths';
import { getAccount } from '@/lib/queries/account/get-account';
import { endOwnAbsenceAction, setOwnAbsenceAction } from './actions';

const TITLE = 'Your absence';

export default withProblemView(async () => {
  const actor = await requireActor('absence:own');
  const account = await getAccount(actor, env().SESSION_IDLE_MINUTES);
  if (!account) go(paths.notFound);
  return (
    <SignedInPage
      actor={actor}
      width="narrow"
      back={{ href: paths.account, label: 'Your account' }}
    >
      <h1 className="nhsuk-heading-l">{TITLE}</h1>
      <FormsTitle title={TITLE}>
        <AbsenceForms
          own
          until={account.absentUntil}
          set={setOwnAbsenceAction}
          end={endOwnAbsenceAction}
        />
      </FormsTitle>
    </SignedInPage>
  );
});
