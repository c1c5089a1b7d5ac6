import { NotificationBanner } from '@/components/ui/notification-banner';
import { formatCount } from '@/lib/format';

type RetriedNoticeProps = { retried?: string | string[]; left?: string | string[] };

const numberIn = (text: string | string[] | undefined): number =>
  typeof text === 'string' && /^\d{1,6}$/.test(text) ? Number(text) : 0;

/** What came of trying emails again: how many wait now, and how many stay as they are. */
export function RetriedNotice({ retried, left }: RetriedNoticeProps) {
  if (retried === undefined && left === undefined) return null;
  const [again, stay] = [numberIn(retried), numberIn(left)];
  const why =
    stay > 0 ? (
      <p>
        {stay === 1
          ? 'One email is not tried again, since its reader has left.'
          : `${formatCount(stay, 'email')} are not tried again, since their readers have left.`}
      </p>
    ) : null;
  if (again === 0)
    return (
      <NotificationBanner heading="No email was tried again">
        {why ?? (
          <p>Somebody has had it tried again already. Its state is in the list of all emails.</p>
        )}
      </NotificationBanner>
    );
  const heading =
    again === 1 ? 'One email is tried again' : `${formatCount(again, 'email')} are tried again`;
  return (
    <NotificationBanner kind="success" heading={heading}>
      <p>
        We send it to the address that its reader has now. If it fails again, it comes back here.
      </p>
      {why}
    </NotificationBanner>
  );
}
