import { go } from '@/app/go';
import { SignedInPage } from '@/app/signed-in-page';
import { withProblemView } from '@/app/with-problem-view';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { SummaryList } from '@/components/ui/summary-list';
import { currentSession, requireActor } from '@/lib/auth/session';
import { can, ROLE_LABELS } from '@/lib/domain/permissions';
import { env } from '@/lib/env';
import { formatDate } from '@/lib/format';
import { paths } from '@/lib/paths';
import { getAccount } from '@/lib/queries/account/get-account';
import { endOtherSessionsAction } from './actions';
import { SessionsTable } from './sessions-table';

type Props = { searchParams: Promise<{ done?: string }> };

const DONE: Record<string, string> = {
  password: 'Your password is changed. Every other session has ended.',
  session: 'The session has ended',
  sessions: 'You are signed out everywhere else',
  messages: 'Your choice of emails is saved',
  absent: 'Your absence is set. Nothing new is given to you until you are back.',
  back: 'Your absence has ended',
};

export default withProblemView(async ({ searchParams }: Props) => {
  const actor = await requireActor('account:own');
  const session = await currentSession();
  const account = await getAccount(actor, env().SESSION_IDLE_MINUTES);
  if (!account || !session) go(paths.notFound);
  const { done = '' } = await searchParams;
  const message = Object.hasOwn(DONE, done) ? DONE[done] : undefined;
  return (
    <SignedInPage actor={actor} title="Your account">
      {message ? <NotificationBanner kind="success" heading={message} /> : null}
      <h1 className="nhsuk-heading-l">Your account</h1>
      <SummaryList
        rows={[
          { label: 'Name', value: actor.name },
          { label: 'Email address', value: session.email },
          { label: 'Organisation', value: account.organisation ?? 'NHS England' },
          ...(account.absentUntil
            ? [{ label: 'Absence', value: `Until ${formatDate(account.absentUntil)}` }]
            : []),
          {
            label: 'What you may do',
            value: (
              <ul className="nhsuk-list">
                {actor.roles.map((role) => (
                  <li key={role}>
                    <strong>{ROLE_LABELS[role].label}</strong>: {ROLE_LABELS[role].may}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <div className="nhsuk-button-group">
        <ButtonLink href={paths.changePassword} variant="secondary">
          Change your password
        </ButtonLink>
        <ButtonLink href={paths.secondFactor} variant="secondary">
          Your second factor
        </ButtonLink>
        <ButtonLink href={paths.messageChoices} variant="secondary">
          Choose your emails
        </ButtonLink>
        {can(actor, 'absence:own') ? (
          <ButtonLink href={paths.ownAbsence} variant="secondary">
            Your absence
          </ButtonLink>
        ) : null}
      </div>
      <h2 className="nhsuk-heading-m">Where you are signed in</h2>
      <p>End any session that you do not recognise, and change your password.</p>
      <SessionsTable sessions={account.sessions} ownId={session.id} />
      {account.sessions.length > 1 ? (
        <form action={endOtherSessionsAction}>
          <Button variant="secondary">Sign out everywhere else</Button>
        </form>
      ) : null}
    </SignedInPage>
  );
});
