import { Link } from '@/components/ui/link';
import type { PlainDate } from '@/lib/domain/dates';
import { isFiltered, type OnboardingFilter, onboardingQuery } from '@/lib/domain/onboarding-filter';
import { formatCapped, formatDate } from '@/lib/format';
import type { Path } from '@/lib/paths';

type NewerAupProps = {
  /** The version in force today, and how many were last alerted to another; null where none was. */
  newer: { version: string; since: PlainDate; count: number } | null;
  /** The list's address, and what narrows it. */
  path: Path;
  filter: OnboardingFilter;
};

/** That organisations know an older AUP, said once above the list rather than on each row. */
export function NewerAup({ newer, path, filter }: NewerAupProps) {
  if (!newer) return null;
  const { version, since, count } = newer;
  const only = filter.finding === 'aup_outdated';
  const [who, were] = count === 1 ? ['organisation', 'was'] : ['organisations', 'were'];
  const narrowed = isFiltered({ ...filter, finding: null });
  const [others, these] = narrowed
    ? ['Show the others that match your filters too', 'Show those that match your other filters']
    : ['Show the others too', 'Show only these'];
  return (
    <p className="app-measure">
      AUP version {version} has been in force since {formatDate(since)}. {formatCapped(count)} live
      or suspended {who} {were} last alerted to an older one, which changes no verdict.{' '}
      {only ? (
        <Link href={`${path}${onboardingQuery({ ...filter, finding: null })}`}>{others}</Link>
      ) : (
        <Link href={`${path}${onboardingQuery({ ...filter, finding: 'aup_outdated' })}`}>
          {these}
        </Link>
      )}
    </p>
  );
}
