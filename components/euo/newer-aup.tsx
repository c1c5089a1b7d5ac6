import { Link } from '@/components/ui/link';
import type { PlainDate } from '@/lib/domain/dates';
import { type OnboardingFilter, onboardingQuery } from '@/lib/domain/onboarding-filter';
import { formatCapped, formatDate } from '@/lib/format';
import type { Path } from '@/lib/paths';

type NewerAupProps = {
  /** The version in force today, and how many were last alerted to another; null where none was. */
  newer: { version: string; since: PlainDate; count: number } | null;
  /** The list's address, and what narrows it. */
  path: Path;
  filter: OnboardingFilter;
};

/** That live organisations know an older AUP, said once above the list rather than on each row. */
export function NewerAup({ newer, path, filter }: NewerAupProps) {
  if (!newer) return null;
  const { version, since, count } = newer;
  const only = filter.finding === 'aup_outdated';
  const [who, were] =
    count === 1 ? ['organisation that is', 'was'] : ['organisations that are', 'were'];
  return (
    <p className="app-measure">
      AUP version {version} has been in force since {formatDate(since)}. {formatCapped(count)} {who}{' '}
      live {were} last alerted to an older one, which changes no verdict.{' '}
      {only ? (
        <Link href={`${path}${onboardingQuery({ ...filter, finding: null })}`}>
          Show the others too
        </Link>
      ) : (
        <Link href={`${path}${onboardingQuery({ finding: 'aup_outdated' })}`}>Show only these</Link>
      )}
    </p>
  );
}
