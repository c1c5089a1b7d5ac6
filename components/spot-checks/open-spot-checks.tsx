import { Link } from '@/components/ui/link';
import { NotificationBanner } from '@/components/ui/notification-banner';
import type { PlainDate } from '@/lib/domain/dates';
import { formatCount, formatDate } from '@/lib/format';
import { paths } from '@/lib/paths';

type OpenSpotChecksProps = {
  spotChecks: readonly { id: string; dueOn: PlainDate; count: number }[];
};

/** What the assessor waits for from this supplier; nothing where that is nothing. */
export function OpenSpotChecks({ spotChecks }: OpenSpotChecksProps) {
  if (spotChecks.length === 0) return null;
  return (
    <NotificationBanner
      id="spot-checks"
      heading="The assessor asks for evidence of end user organisations"
    >
      <ul className="nhsuk-list">
        {spotChecks.map(({ id, dueOn, count }) => (
          <li key={id}>
            <Link href={paths.spotCheck(id)}>
              Evidence of {formatCount(count, 'end user organisation')}, due by {formatDate(dueOn)}
            </Link>
          </li>
        ))}
      </ul>
    </NotificationBanner>
  );
}
