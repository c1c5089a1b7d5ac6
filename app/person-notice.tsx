import { LinkToPassOn } from '@/components/people/link-to-pass-on';
import { NotificationBanner } from '@/components/ui/notification-banner';
import { LINK_HOURS } from '@/lib/domain/person';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';
import { portalOrigin } from './origin';
import { carriedLink } from './shown-once';

const DONE: Record<string, string> = {
  roles: 'The roles are saved',
  deactivated: 'This person is deactivated and signed out',
  reactivated: 'This person can sign in again',
  factor: 'The second factor is reset, and this person is signed out everywhere',
  unlinked: 'The single sign-on link is removed, and this person is signed out everywhere',
  'signed-out': 'This person is signed out everywhere',
  absent: 'The absence is set',
  back: 'The absence has ended',
};

type PersonNoticeProps = {
  person: { id: string; name: string; email: string };
  search: { done?: string; cases?: string };
};

/** What was just done to somebody, or the link that was just made for them. */
export async function PersonNotice({ person, search }: PersonNoticeProps) {
  const link = await carriedLink(person.id);
  if (link && !search.done) {
    const address = `${await portalOrigin()}${paths.setPassword(link.token)}`;
    const expiresAt = new Date(link.expiresAt);
    return <LinkToPassOn name={person.name} address={address} expiresAt={expiresAt} />;
  }
  const { done = '', cases = '' } = search;
  if (done === 'mailed') return <LinkMailed {...person} />;
  if (!Object.hasOwn(DONE, done)) return null;
  const count = /^\d{1,4}$/.test(cases) ? Number(cases) : 0;
  return (
    <NotificationBanner kind="success" heading={DONE[done]}>
      {count > 0 ? (
        <p>{formatCount(count, 'application')} went back to the queue, due dates unchanged.</p>
      ) : null}
    </NotificationBanner>
  );
}

function LinkMailed({ name, email }: { name: string; email: string }) {
  return (
    <NotificationBanner kind="success" heading={`${name} gets an email with a link`}>
      <p>
        We are sending it to <span className="wrap-anywhere">{email}</span>. The link works once,
        for {LINK_HOURS} hours from when we send it, and only they see it.
      </p>
      <p>
        If it does not arrive, ask them to look among their unwanted emails. You can send a new link
        at any time.
      </p>
    </NotificationBanner>
  );
}
