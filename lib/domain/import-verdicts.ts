import type { OnboardingState } from './onboarding';
import type { Verdict, VerdictReason } from './onboarding-verdict';

/** What rows will be once they are imported, in the order in which it is said. */
export const STANDINGS = {
  live_ready: 'Live and ready',
  live_not: 'Live and not ready',
  live_lapsed: 'Live, and lapsed since',
  planned_ready: 'Planned and ready',
  planned_not: 'Planned and not ready yet',
  closed: 'Disconnected or cancelled',
} as const;
export type Standing = keyof typeof STANDINGS;
export const STANDING_IDS = Object.keys(STANDINGS) as Standing[];

/** Those of which the first rows are shown. */
export const STANDINGS_SHOWN = ['live_not', 'live_lapsed', 'planned_not'] as const;
export type StandingShown = (typeof STANDINGS_SHOWN)[number];

/** How an onboarding stands by its state and its verdict; suspended ones are live as well. */
export function standingOf(state: OnboardingState, verdict: Verdict): Standing {
  if (state === 'disconnected' || state === 'cancelled') return 'closed';
  if (state === 'planned') return verdict === 'ready' ? 'planned_ready' : 'planned_not';
  if (verdict === 'lapsed') return 'live_lapsed';
  return verdict === 'ready' ? 'live_ready' : 'live_not';
}

/** A row that will not be ready, and every reason. */
export type UnreadyRow = {
  line: number;
  code: string;
  name: string;
  product: string;
  reasons: VerdictReason[];
};
/** What the rows that an import adds or changes will be; the first of those that are not ready. */
export type ImportVerdicts = {
  counts: Record<Standing, number>;
  rows: Record<StandingShown, UnreadyRow[]>;
};
