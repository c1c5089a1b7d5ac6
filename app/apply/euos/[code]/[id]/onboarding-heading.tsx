import type { OnboardingView } from '@/lib/domain/onboarding-view';

/** The heading of a page about one onboarding: which, and what is done here. */
export function OnboardingHeading({ view, children }: { view: OnboardingView; children: string }) {
  return (
    <h1 className="nhsuk-heading-l [overflow-wrap:anywhere]">
      <span className="nhsuk-caption-l">
        {view.name} ({view.odsCode}), {view.product}
      </span>{' '}
      {children}
    </h1>
  );
}
