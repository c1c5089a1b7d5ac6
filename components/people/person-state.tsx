import { Tag } from '@/components/ui/tag';
import { formatDateTime } from '@/lib/format';

type PersonStateProps = {
  active: boolean;
  resetAskedAt: Date | null;
  link: { usedAt: Date | null; expiresAt: Date } | null;
  /** Where the email with a link stands; null without one, and once it was sent. */
  linkMail: 'queued' | 'failed' | null;
  now: Date;
};

/** Where somebody's account stands, and what they wait for, in words. */
export function PersonState({ active, resetAskedAt, link, linkMail, now }: PersonStateProps) {
  if (!active) return <Tag colour="grey">Deactivated</Tag>;
  if (linkMail === 'failed') return <Tag colour="red">Email with a link failed</Tag>;
  if (linkMail === 'queued') return <Tag colour="blue">Email with a link waits to be sent</Tag>;
  if (resetAskedAt) return <Tag colour="orange">Asked for a new password</Tag>;
  if (link && !link.usedAt) {
    return link.expiresAt > now ? (
      <>Link to set a password works until {formatDateTime(link.expiresAt)}</>
    ) : (
      <Tag colour="yellow">Link ran out unused</Tag>
    );
  }
  return <Tag colour="green">Active</Tag>;
}
