import { withProblemView } from '@/app/with-problem-view';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import { Page } from '@/components/shell/page';
import { Link } from '@/components/ui/link';
import { LINK_HOURS, WISHES_AN_HOUR } from '@/lib/domain/person';
import { paths } from '@/lib/paths';
import { mailGoesOut } from '@/lib/ports/mail';
import { askForPasswordAction } from './actions';

const MAILED = 'Check your email';
const PASSED_ON = 'Your request was passed on';

type Props = { searchParams: Promise<{ asked?: string }> };

export default withProblemView(async ({ searchParams }: Props) => {
  const { asked } = await searchParams;
  const byEmail = mailGoesOut();
  return (
    <Page
      {...(asked ? { title: byEmail ? MAILED : PASSED_ON } : {})}
      width="narrow"
      back={{ href: paths.signIn, label: 'Sign in' }}
    >
      {asked ? byEmail ? <Mailed /> : <PassedOn /> : <Ask byEmail={byEmail} />}
    </Page>
  );
});

function Ask({ byEmail }: { byEmail: boolean }) {
  return (
    <Form action={askForPasswordAction} title="Ask for a new password">
      <h1 className="nhsuk-heading-l">Ask for a new password</h1>
      <p>
        {byEmail
          ? 'We will send you an email with a link to set a new password.'
          : 'We will tell whoever looks after your account. They will give you a link to set a new password.'}
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

function Mailed() {
  return (
    <>
      <h1 className="nhsuk-heading-l">{MAILED}</h1>
      <p>
        If that address has an account here, we are sending it an email with a link to set a new
        password. The link works for {LINK_HOURS} hours, and only the newest one works.
      </p>
      <h2 className="nhsuk-heading-m">If the email does not arrive</h2>
      <p>
        It can take a few minutes. Look among your unwanted emails, and check that you gave the
        address you sign in with. You can <Link href={paths.forgotPassword}>ask again</Link>, up to{' '}
        {WISHES_AN_HOUR} times an hour.
      </p>
      <p>
        If it still does not arrive, ask whoever looks after your account. For suppliers this is an
        administrator in your organisation; for assessors it is a manager.
      </p>
      <p>
        <Link href={paths.signIn}>Back to sign in</Link>
      </p>
    </>
  );
}

function PassedOn() {
  return (
    <>
      <h1 className="nhsuk-heading-l">{PASSED_ON}</h1>
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
