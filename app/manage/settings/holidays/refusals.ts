import {
  type CalendarProblem,
  calendarProblem,
  isCalendarProblem,
  MOST_BYTES_OF_A_CALENDAR,
} from '@/lib/domain/calendar-file';
import { type EvidenceProblem, evidenceProblem, isEvidenceProblem } from '@/lib/domain/evidence';
import { formatFileSize } from '@/lib/format';

/** Why a file was not taken; stands in addresses, so never renamed. */
export type Refusal = EvidenceProblem | CalendarProblem | 'not_a_form';

export const isRefusal = (text: string): text is Refusal =>
  text === 'not_a_form' || isEvidenceProblem(text) || isCalendarProblem(text);

/** The sentence for it; `about` is the day that it is about, as an address may hold it. */
export function refusalWords(why: Refusal, about = ''): string {
  if (why === 'not_a_form') return 'The file did not arrive. Select it again.';
  if (why === 'wrong_kind' || why === 'no_name') return calendarProblem('not_json', '');
  if (why === 'too_big')
    return `The selected file must be smaller than ${formatFileSize(MOST_BYTES_OF_A_CALENDAR)}`;
  return isCalendarProblem(why) ? calendarProblem(why, about) : evidenceProblem(why);
}
