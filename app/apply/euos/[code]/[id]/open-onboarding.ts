import { go } from '@/app/go';
import type { OnboardingView } from '@/lib/domain/onboarding-view';
import type { PersonActor } from '@/lib/domain/permissions';
import { type EuoPart, paths } from '@/lib/paths';
import { getOnboarding } from '@/lib/queries/onboardings/get-euo';

/**
 * The onboarding that a page below a code is about. What is missing or another's leads to the page
 * that says so; a code in lower case, to the same page by the code as it is kept.
 */
export async function openOnboarding(
  actor: PersonActor,
  { code, id }: { code: string; id: string },
  part: EuoPart,
): Promise<OnboardingView> {
  const view = await getOnboarding(actor, code, id);
  if (!view) go(paths.notFound);
  if (code !== view.odsCode) go(paths.euoPart(view.odsCode, view.id, part));
  return view;
}

/** The way back to the page of its code. */
export const backTo = (view: OnboardingView) =>
  ({ href: paths.euo(view.odsCode), label: view.name }) as const;
