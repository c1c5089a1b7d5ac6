import { londonDate } from '@/lib/domain/clock';
import { addDays, dateFields } from '@/lib/domain/dates';
import { deadlineOf, requiredEdition } from '@/lib/domain/dspt';
import type { QuestionId } from '@/lib/domain/questions/types';

export type Typed = Record<string, string | string[]>;

/** The edition that passes on the day the tests run, whichever day that is. */
export const edition = requiredEdition(londonDate(new Date()));
const published = dateFields(addDays(deadlineOf(edition), -18));

const WHO_CHECKS =
  'Our onboarding manager looks every practice up in the public register before it goes live, sends it the acceptable use policy, and repeats the look-up each July.';

/** What a careful supplier types; the organisation's own details are on its page already. */
export const carefulAnswers: Record<Exclude<QuestionId, 'organisation'>, Typed> = {
  'dspt-within-deadline': {
    choice: 'yes',
    details: `We published our ${edition} assessment eighteen days before the deadline, under our own code.`,
  },
  'dspt-compliant': {
    choice: 'yes',
    details:
      'We reached Standards Met for the whole organisation, our two subcontractors included.',
  },
  'dspt-status': { level: 'standards_met', edition },
  'dspt-published-on': {
    'publishedOn-day': published.day,
    'publishedOn-month': published.month,
    'publishedOn-year': published.year,
  },
  'euo-process': { choice: 'yes', details: WHO_CHECKS },
  isms: {
    choice: 'yes',
    details:
      'Our ISMS names the product and its hosting in its scope; internal audit reports to the management review twice a year.',
  },
};
