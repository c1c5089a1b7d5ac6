import { Link } from '@/components/ui/link';
import { onboardingQuery } from '@/lib/domain/onboarding-filter';
import { formatCount } from '@/lib/format';
import type { Path } from '@/lib/paths';

type OutdatedAlertsProps = {
  outdated: readonly { version: string | null; count: number }[];
  /** The list of all of the supplier's end user organisations. */
  list: Path;
};

/** How many were alerted to which older version of the AUP. */
export function OutdatedAlerts({ outdated, list }: OutdatedAlertsProps) {
  if (outdated.length === 0)
    return <p>Every alert of those that are live or suspended is in the version in force.</p>;
  return (
    <>
      <ul>
        {outdated.map(({ version, count }) => (
          <li key={version ?? ''}>
            {version === null ? 'Through their lead' : `Version ${version}`}:{' '}
            {formatCount(count, 'end user organisation')}
          </li>
        ))}
      </ul>
      <p>
        <Link href={`${list}${onboardingQuery({ finding: 'aup_outdated' })}`}>
          Look through these
        </Link>
      </p>
    </>
  );
}
