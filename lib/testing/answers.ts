import { keepFields } from '@/lib/domain/answer-fields';
import { questionOf } from '@/lib/domain/questions/catalogue';
import type { AnswerFields, Answers, QuestionId } from '@/lib/domain/questions/types';

const explained = (choice: 'yes' | 'no', details: string) => ({ choice, details });

/** Answers as a careful supplier gives them in the year after 30 June 2026; all of them finished. */
const FINISHED: Record<QuestionId, Record<string, string | string[]>> = {
  organisation: { odsCode: 'A1B2C', dsptIdentifier: '', profile: 'company' },
  'dspt-within-deadline': explained(
    'yes',
    'We published our 25/26 assessment on 12 June 2026 under our own code A1B2C.',
  ),
  'dspt-compliant': explained(
    'yes',
    'We reached Standards Met for the whole organisation, our two subcontractors included.',
  ),
  'dspt-status': { level: 'standards_met', edition: '25/26' },
  'dspt-published-on': {
    'publishedOn-day': '12',
    'publishedOn-month': '6',
    'publishedOn-year': '2026',
  },
  'euo-process': explained(
    'yes',
    'Our onboarding manager looks each practice up in the public register before go-live, sends it the acceptable use policy, and repeats the look-up every July.',
  ),
  isms: explained(
    'yes',
    'Our ISMS covers the product and its hosting; the last internal audit was in March 2026.',
  ),
};

/** One finished answer, all its fields present, with changes on top. */
export const finishedAnswer = (
  id: QuestionId,
  changes: Record<string, string | string[]> = {},
): AnswerFields => keepFields(questionOf(id), { ...FINISHED[id], ...changes });

/** A finished set of answers; `changes` by question. */
export function finishedAnswers(
  changes: Partial<Record<QuestionId, Record<string, string | string[]>>> = {},
): Answers {
  const ids = Object.keys(FINISHED) as QuestionId[];
  return Object.fromEntries(ids.map((id) => [id, finishedAnswer(id, changes[id])]));
}
