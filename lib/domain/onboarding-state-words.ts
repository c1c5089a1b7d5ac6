import { formatPlainDate, type PlainDate } from './dates';
import { isClosed, type OnboardingState, wentLive } from './onboarding';

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
