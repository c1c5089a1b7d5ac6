import { LinkTabs } from '@/components/ui/link-tabs';
import { type OnboardingFilter, onboardingQuery } from '@/lib/domain/onboarding-filter';
import { VERDICTS, type Verdict } from '@/lib/domain/onboarding-verdict';
import { formatCapped } from '@/lib/format';

/** What needs somebody first. */
const ORDER: readonly Verdict[] = ['lapsed', 'not_ready', 'not_proven', 'ready'];

type VerdictTabsProps = {
  path: `/${string}`;
  filter: OnboardingFilter;
  counts: Record<Verdict, number>;
};

/** The list by verdict; a change of tab keeps the other filters. */
export function VerdictTabs({ path, filter, counts }: VerdictTabsProps) {
  const all = { ...filter, verdict: null };
  return (
    <LinkTabs
      label="Verdicts"
      tabs={[
        { href: `${path}${onboardingQuery(all)}`, label: 'All', current: filter.verdict === null },
        ...ORDER.map((verdict) => ({
          href: `${path}${onboardingQuery({ ...all, verdict })}` as const,
          label: VERDICTS[verdict].label,
          count: formatCapped(counts[verdict]),
          current: filter.verdict === verdict,
        })),
      ]}
    />
  );
}
