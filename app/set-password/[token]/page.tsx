import { withProblemView } from '@/app/with-problem-view';
import { Form } from '@/components/form/form';
import { PasswordField } from '@/components/form/password-field';
import { SubmitButton } from '@/components/form/submit-button';
import { Page } from '@/components/shell/page';
import { Link } from '@/components/ui/link';
import { MIN_PASSWORD } from '@/lib/domain/password';
import { paths } from '@/lib/paths';
import { getPasswordLink } from '@/lib/queries/account/get-password-link';
import { setPasswordAction } from './actions';

type Props = { params: Promise<{ token: string }> };

export default withProblemView(async ({ params }: Props) => {
  const { token } = await params;
  const link = await getPasswordLink(token);
  if (link?.state !== 'usable') return <Gone used={link?.state === 'used'} />;
  return (
    <Page width="narrow">
      <Form action={setPasswordAction.bind(null, token)} title="Set your password">
        <h1 className="nhsuk-heading-l">Set your password</h1>
        <p>
          This is for {link.name}, who will sign in as <strong>{link.email}</strong>.
        </p>
        {/* Tells password managers whose password this is. */}
        <input type="hidden" autoComplete="username" value={link.email} readOnly />
        <PasswordField
          name="password"
          label="Password"
          autoComplete="new-password"
          hint={`At least ${MIN_PASSWORD} characters. Three random words are easy to remember and hard to guess.`}
        />
        <SubmitButton>Set password</SubmitButton>
      </Form>
    </Page>
  );
});

function Gone({ used }: { used: boolean }) {
  const title = 'This link can no longer be used';
  return (
    <Page title={title} width="narrow">
      <h1 className="nhsuk-heading-l">{title}</h1>
      {used ? (
        <p>
          A password was set with it already. If that was you,{' '}
          <Link href={paths.signIn}>sign in</Link>.
        </p>
      ) : (
        <p>Links to set a password work for 72 hours, and only the newest one works.</p>
      )}
      <p>
        If you still need to set a password, ask whoever gave you this link for a new one, or{' '}
        <Link href={paths.forgotPassword}>ask for a new password</Link>.
      </p>
    </Page>
  );
}
