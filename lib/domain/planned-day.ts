import { formatPlainDate, type PlainDate } from './dates';
import type { OnboardingState } from './onboarding';
import type { OnboardingReader, Told } from './onboarding-telling';

type Planned = { state: OnboardingState; goLiveOn: PlainDate | null; today: PlainDate };

/**
 * What is said of one that is still planned although its go-live date has passed, with the next
 * step; null for any other. `goLiveOn` and `today` are days in London.
 */
export function plannedDayPassed(
  { state, goLiveOn, today }: Planned,
  reader: OnboardingReader,
): Told<'planned_day'> | null {
  if (state !== 'planned' || goLiveOn === null || goLiveOn >= today) return null;
  const passed = `The planned go-live date, ${formatPlainDate(goLiveOn)}, has passed.`;
  const words =
    reader === 'supplier'
      ? `${passed} If it went live, make it live here with the day on which it did. If not, change the date or cancel it.`
      : `${passed} The supplier has not recorded that it went live.`;
  return { id: 'planned_day', words, next: { part: 'details', label: 'Change the date' } };
}
