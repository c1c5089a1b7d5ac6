import { OnboardingHeading } from '@/app/apply/euos/[code]/[id]/onboarding-heading';
import { backTo, openOnboarding } from '@/app/apply/euos/[code]/[id]/open-onboarding';
import { KeptNotice } from '@/app/apply/euos/kept-notice';
import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { CheckFields } from '@/components/euo/check-fields';
import { RegisterNow } from '@/components/euo/register-now';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { keptWords, requireActor } from '@/lib/auth/session';
import { isClosed } from '@/lib/domain/onboarding';
import { paths } from '@/lib/paths';
import { recordCheckAction } from './actions';

type Props = { params: Promise<{ code: string; id: string }> };

export default withProblemView(async ({ params }: Props) => {
  const actor = await requireActor('onboarding:edit');
  const view = await openOnboarding(actor, await params, 'check');
  if (isClosed(view.state)) go(`${paths.euo(view.odsCode)}?done=moved-on`);
  const kept = await keptWords(actor, paths.euoPart(view.odsCode, view.id, 'check'));
  return (
    <SignedInPage actor={actor} width="narrow" back={backTo(view)}>
      <KeptNotice kept={kept} />
      <Form
        action={recordCheckAction.bind(null, view.odsCode, view.id)}
        title={`DSPT check of ${view.name}`}
        initial={kept ?? { code: view.dsptCode ?? view.odsCode, checkedBy: actor.name }}
      >
        <OnboardingHeading view={view}>Record a DSPT check</OnboardingHeading>
        <p>
          Say what you read in the DSPT on the day you checked. A check cannot be changed later: if
          one is wrong, record a newer one.
        </p>
        <RegisterNow view={view} />
        <CheckFields today={view.today} />
        <SubmitButton>Save check</SubmitButton>
      </Form>
    </SignedInPage>
  );
});
