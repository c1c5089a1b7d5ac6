import { withProblemView } from '@/app/with-problem-view';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import { Page } from '@/components/shell/page';
import { Link } from '@/components/ui/link';
import { LINK_HOURS } from '@/lib/domain/person';
import { paths } from '@/lib/paths';
import { askForPasswordAction } from './actions';

type Props = { searchParams: Promise<{ asked?: string }> };

export default withProblemView(async ({ searchParams }: Props) => {
  const { asked } = await searchParams;
  return (
    <Page
      {...(asked ? { title: 'Your request was passed on' } : {})}
      width="narrow"
      back={{ href: paths.signIn, label: 'Sign in' }}
    >
      {asked ? <Asked /> : <Ask />}
    </Page>
  );
});

function Ask() {
  return (
    <Form action={askForPasswordAction} title="Ask for a new password">
      <h1 className="nhsuk-heading-l">Ask for a new password</h1>
      <p>
        We will tell whoever looks after your account. They will give you a link to set a new
        password.
      </p>
      <TextField
        name="email"
        label="Email address"
        hint="The one you sign in with"
        type="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
      />
      <SubmitButton>Ask for a new password</SubmitButton>
    </Form>
  );
}

function Asked() {
  return (
    <>
      <h1 className="nhsuk-heading-l">Your request was passed on</h1>
      <p>
        If that address has an account here, whoever looks after it can now see that you need a new
        password.
      </p>
      <h2 className="nhsuk-heading-m">What happens next</h2>
      <p>
        They will give you a link to set one, which works for {LINK_HOURS} hours. For suppliers this
        is an administrator in your organisation; for assessors it is a manager. If you are in a
        hurry, ask them directly.
      </p>
      <p>
        <Link href={paths.signIn}>Back to sign in</Link>
      </p>
    </>
  );
}
