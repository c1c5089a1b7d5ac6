import { halfOpen } from '@/app/sign-in/half-open';
import { signOutAction } from '@/app/sign-out-action';
import { withProblemView } from '@/app/with-problem-view';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import { Page } from '@/components/shell/page';
import { Button } from '@/components/ui/button';
import { InsetText } from '@/components/ui/inset-text';
import { Link } from '@/components/ui/link';
import { refusalWords } from '@/lib/domain/second-factor';
import { formatTime } from '@/lib/format';
import { paths } from '@/lib/paths';
import { giveCodeAction, giveRecoveryCodeAction } from './actions';

type Search = { return?: string | string[]; recovery?: string; used?: string };

export default withProblemView(async ({ searchParams }: { searchParams: Promise<Search> }) => {
  const search = await searchParams;
  const given = typeof search.return === 'string' ? search.return : '';
  const { back, email } = await halfOpen('code', given);
  const hidden = { return: back ?? '' };
  const other = new URLSearchParams(back ? { return: back } : {});
  if (!search.recovery) other.set('recovery', '1');
  return (
    <Page width="narrow">
      {search.recovery ? (
        <Form action={giveRecoveryCodeAction} title="Enter a recovery code" hidden={hidden}>
          <h1 className="nhsuk-heading-l">Enter a recovery code</h1>
          <p>
            You got ten of them when you set up your second factor. Each works once, for {email}.
          </p>
          <TextField
            name="code"
            label="Recovery code"
            width={20}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
          <SubmitButton>Continue</SubmitButton>
        </Form>
      ) : (
        <Form action={giveCodeAction} title="Enter your code" hidden={hidden}>
          <h1 className="nhsuk-heading-l">Enter your code</h1>
          {search.used ? (
            <InsetText>
              <p>{refusalWords({ reason: 'used' }, formatTime)}.</p>
            </InsetText>
          ) : null}
          <p>
            Open your authenticator app and enter the code for {email}. The app shows a new one
            every 30 seconds.
          </p>
          <TextField
            name="code"
            label="6-digit code"
            width={10}
            inputMode="numeric"
            autoComplete="one-time-code"
            spellCheck={false}
          />
          <SubmitButton>Continue</SubmitButton>
        </Form>
      )}
      <p>
        <Link href={`${paths.signInCode}?${other}`}>
          {search.recovery ? 'Use the code from your app instead' : 'Use a recovery code instead'}
        </Link>
      </p>
      <p>If you have neither, ask a manager at NHS England to reset your second factor.</p>
      <form action={signOutAction}>
        <Button variant="link">Sign in as somebody else</Button>
      </form>
    </Page>
  );
});
