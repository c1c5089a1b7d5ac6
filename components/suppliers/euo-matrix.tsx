import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/table';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import {
  ONBOARDING_STATE_IDS,
  ONBOARDING_STATES,
  type OnboardingState,
} from '@/lib/domain/onboarding';
import { onboardingQuery } from '@/lib/domain/onboarding-filter';
import { VERDICT_IDS, VERDICTS, type Verdict } from '@/lib/domain/onboarding-verdict';
import { formatCapped } from '@/lib/format';
import type { Path } from '@/lib/paths';

type Counts = Record<Verdict, number>;
type EuoMatrixProps = {
  /** The list that each number opens. */
  list: Path;
  matrix: Record<OnboardingState, Counts>;
};

/** End user organisations by state and verdict, each number a link to those it counts. */
export function EuoMatrix({ list, matrix }: EuoMatrixProps) {
  const columns: Column<OnboardingState>[] = [
    {
      header: 'State',
      cell: (state) => (
        <Link href={`${list}${onboardingQuery({ state })}`}>{ONBOARDING_STATES[state].label}</Link>
      ),
    },
    ...VERDICT_IDS.map((verdict) => ({
      header: VERDICTS[verdict].label,
      numeric: true,
      cell: (state: OnboardingState) => {
        const count = matrix[state][verdict];
        if (count === 0) return '0';
        return (
          <Link href={`${list}${onboardingQuery({ state, verdict })}`}>
            {formatCapped(count)}
            <VisuallyHidden>
              {' '}
              {ONBOARDING_STATES[state].label.toLowerCase()},{' '}
              {VERDICTS[verdict].label.toLowerCase()}
            </VisuallyHidden>
          </Link>
        );
      },
    })),
  ];
  return (
    <Table
      caption="End user organisations by state and verdict"
      hiddenCaption
      columns={columns}
      rows={ONBOARDING_STATE_IDS}
      rowKey={(state) => state}
      empty={null}
      dense
    />
  );
}
