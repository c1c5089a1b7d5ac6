import type { OnboardingState } from '@/lib/domain/onboarding';
import { ONBOARDING_STATES } from '@/lib/domain/onboarding';
import { VERDICTS, type Verdict } from '@/lib/domain/onboarding-verdict';

/** What an onboarding is judged to be. */
export function VerdictTag({ verdict }: { verdict: Verdict }) {
  const { label, colour } = VERDICTS[verdict];
  return <strong className={`nhsuk-tag nhsuk-tag--${colour}`}>{label}</strong>;
}

/** How far an onboarding is. */
export function OnboardingStateTag({ state }: { state: OnboardingState }) {
  const { label, colour } = ONBOARDING_STATES[state];
  return <strong className={`nhsuk-tag nhsuk-tag--${colour}`}>{label}</strong>;
}
