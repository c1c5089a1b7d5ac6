import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { Form } from '@/components/form/form';
import { PasswordField } from '@/components/form/password-field';
import { SubmitButton } from '@/components/form/submit-button';
import { requireActor } from '@/lib/auth/session';
import { MIN_PASSWORD } from '@/lib/domain/password';
import { paths } from '@/lib/paths';
import { changePasswordAction } from './actions';

export default withProblemView(async () => {
  const actor = await requireActor('account:own');
  return (
    <SignedInPage
      actor={actor}
      width="narrow"
      back={{ href: paths.account, label: 'Your account' }}
    >
      <Form action={changePasswordAction} title="Change your password">
        <h1 className="nhsuk-heading-l">Change your password</h1>
        <p>You stay signed in here. Every other session ends.</p>
        <PasswordField name="current" label="Current password" autoComplete="current-password" />
        <PasswordField
          name="password"
          label="New password"
          autoComplete="new-password"
          hint={`At least ${MIN_PASSWORD} characters. Three random words are easy to remember and hard to guess.`}
        />
        <SubmitButton>Change password</SubmitButton>
      </Form>
    </SignedInPage>
  );
});
