import { NotificationBanner } from '@/components/ui/notification-banner';
import { formatDateTime } from '@/lib/format';

type LinkToPassOnProps = { name: string; address: string; expiresAt: Date };

/** The link, for the one time it is shown. */
export function LinkToPassOn({ name, address, expiresAt }: LinkToPassOnProps) {
  return (
    <NotificationBanner kind="success" heading={`Pass this link on to ${name}`}>
      <p>
        <code className="break-all bg-transparent p-0 text-black select-all">{address}</code>
      </p>
      <p>
        It works once, until {formatDateTime(expiresAt)}. Copy it now: you cannot see it again
        later, but you can make a new one at any time. Only give it to {name}, since whoever has it
        can set the password.
      </p>
    </NotificationBanner>
  );
}
