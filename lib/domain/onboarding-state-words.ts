import { formatPlainDate, type PlainDate } from './dates';
import { isClosed, type OnboardingState, wentLive } from './onboarding';
import type { Verdict } from './onboarding-verdict';

type Stood = { state: OnboardingState; stateOn: PlainDate; goLiveOn: PlainDate | null };

/** Beside its state: 'since 3 November 2026', 'planned to go live on 1 December 2026'. */
export function stateWords({ state, stateOn, goLiveOn }: Stood): string {
  if (state === 'planned')
    return goLiveOn ? `planned to go live on ${formatPlainDate(goLiveOn)}` : 'no go-live date yet';
  const day = formatPlainDate(stateOn);
  const words = isClosed(state) ? `on ${day}` : `since ${day}`;
  const before = wentLive(state) && goLiveOn !== null && goLiveOn !== stateOn;
  return before ? `${words}, went live on ${formatPlainDate(goLiveOn)}` : words;
}

/**
 * What explains that one which went live by an override is ready all the same: what was recorded since,
 * or another go-live date. Null where it is not ready as at that day.
 */
export function readySinceOverride({
  verdict,
  goLiveOn,
}: {
  verdict: Verdict;
  goLiveOn: PlainDate | null;
}): string | null {
  if (goLiveOn === null || (verdict !== 'ready' && verdict !== 'lapsed')) return null;
  return `By what is recorded now, it was ready on ${formatPlainDate(goLiveOn)}, its go-live date. The history shows what was corrected or added since`;
}
