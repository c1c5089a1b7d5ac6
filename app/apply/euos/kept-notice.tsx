import { NotificationBanner } from '@/components/ui/notification-banner';
import type { FormValues } from '@/lib/domain/form-state';

/** Said where words come back that were typed when the session had ended. */
export function KeptNotice({ kept }: { kept: FormValues | null }) {
  if (kept === null) return null;
  return (
    <NotificationBanner heading="You were signed out while you were typing. What you typed is here again." />
  );
}
