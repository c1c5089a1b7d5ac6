import { go } from '@/app/go';
import { withProblemView } from '@/app/with-problem-view';
import { Form } from '@/components/form/form';
import { PasswordField } from '@/components/form/password-field';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import { Page } from '@/components/shell/page';
import { buttonClass } from '@/components/ui/button-class';
import { InsetText } from '@/components/ui/inset-text';
import { Link } from '@/components/ui/link';
import { WarningCallout } from '@/components/ui/warning-callout';
import { homeOf } from '@/lib/auth/account';
import { currentHalfSession, currentSession } from '@/lib/auth/session';
import { returnPath } from '@/lib/domain/return-path';
import { env } from '@/lib/env';
import { paths } from '@/lib/paths';
import { signInAction } from './actions';
import { withReturn } from './next-step';
import { singleSignOnWords } from './problems';

type Search = {
  return?: string | string[];
  error?: string;
  sso?: string;
  late?: string;
  'signed-out'?: string;
  'password-set'?: string;
};

export default withProblemView(async ({ searchParams }: { searchParams: Promise<Search> }) => {
  const search = await searchParams;
  const back = typeof search.return === 'string' ? returnPath(search.return) : null;
  const session = await currentSession();
  if (session) go(back ?? homeOf(session.actor));
  const half = await currentHalfSession();
  if (half) go(withReturn(half.owes === 'code' ? paths.signInCode : paths.signInSetUp, back));
  const oidc = env().OIDC_ISSUER && env().OIDC_CLIENT_ID && env().OIDC_CLIENT_SECRET;
  return (
    <Page width="narrow">
      <Form action={signInAction} title="Sign in" hidden={{ return: back ?? '' }}>
        <h1 className="nhsuk-heading-l">Sign in</h1>
        <Notice search={search} />
        <TextField
          name="email"
          label="Email address"
          type="email"
          inputMode="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <PasswordField name="password" label="Password" autoComplete="current-password" />
        <SubmitButton>Sign in</SubmitButton>
      </Form>
      <p>
        <Link href={paths.forgotPassword}>Ask for a new password</Link>
      </p>
      {oidc ? (
        <>
          <h2 className="nhsuk-heading-m">Other ways to sign in</h2>
          {/* No page of ours: a script that fetched it would begin a sign-in of its own. */}
          <a
            className={buttonClass('secondary')}
            href={`${paths.singleSignOn}?return=${encodeURIComponent(back ?? '')}`}
          >
            {`Sign in with ${env().OIDC_NAME}`}
          </a>
        </>
      ) : null}
    </Page>
  );
});

/** Why somebody is here, when they did not choose to be. */
function Notice({ search }: { search: Search }) {
  if (search['password-set'])
    return (
      <InsetText>
        <p>Your password is set. Sign in with it now.</p>
      </InsetText>
    );
  if (search.late) return <p>That took too long, or the code was sent twice. Sign in again.</p>;
  if (search['signed-out']) return <p>You have signed out.</p>;
  const trouble = search.sso ?? search.error;
  if (trouble)
    return (
      <WarningCallout heading="You are not signed in">
        <p>{singleSignOnWords(trouble, env().OIDC_NAME)}</p>
      </WarningCallout>
    );
  if (search.return) return <p>Sign in to continue where you were.</p>;
  return null;
}
