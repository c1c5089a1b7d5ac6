import { go } from '@/app/go';
import { halfOpen } from '@/app/sign-in/half-open';
import { signOutAction } from '@/app/sign-out-action';
import { withProblemView } from '@/app/with-problem-view';
import { SetUpSteps } from '@/components/factor/set-up-steps';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { Page } from '@/components/shell/page';
import { Button } from '@/components/ui/button';
import { secretToSetUp } from '@/lib/auth/set-up-factor';
import { otpAddress } from '@/lib/auth/totp';
import { paths } from '@/lib/paths';
import { qrCode } from '@/lib/ports/qr-code';
import { setUpAtSignInAction } from './actions';

const TITLE = 'Set up your second factor';
type Search = { return?: string | string[] };

export default withProblemView(async ({ searchParams }: { searchParams: Promise<Search> }) => {
  const search = await searchParams;
  const given = typeof search.return === 'string' ? search.return : '';
  const half = await halfOpen('set_up', given);
  const secret = await secretToSetUp(half);
  if (secret === null) go(`${paths.signIn}?late=1`);
  return (
    <Page width="narrow">
      <Form action={setUpAtSignInAction} title={TITLE} hidden={{ return: half.back ?? '' }}>
        <h1 className="nhsuk-heading-l">{TITLE}</h1>
        <p>
          Everybody who works on applications needs more than a password to sign in. It takes a few
          minutes, once.
        </p>
        <SetUpSteps secret={secret} picture={qrCode(otpAddress(secret, half.email))} />
        <SubmitButton>Finish and sign in</SubmitButton>
      </Form>
      <form action={signOutAction}>
        <Button variant="link">Sign in as somebody else</Button>
      </form>
    </Page>
  );
});
