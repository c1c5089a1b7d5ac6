import { expect } from '@/e2e/fixtures';
import type { CasePage } from '@/e2e/pages/case-page';
import { RequestPage } from '@/e2e/pages/case-steps';
import { QUESTIONS } from '@/lib/domain/questions/catalogue';
import type { QuestionId } from '@/lib/domain/questions/types';

export const STAFF_NOTE = 'Their hosting partner failed an audit last year; ask Priya.';
export const ASKED = 'Please name who checks, and say how the acceptable use policy reaches them.';

/** Judges every question but one as sufficient. */
export async function findsSufficient(review: CasePage, except: readonly QuestionId[] = []) {
  for (const { id } of QUESTIONS.filter((question) => !except.includes(question.id)))
    await review.judges(id, { verdict: 'sufficient' });
}

/** Finds Q.3 lacking, keeps a note that only staff read, and asks the supplier for the rest. */
export async function asksForMore(review: CasePage, reference: string): Promise<void> {
  await findsSufficient(review, ['euo-process']);
  await review.fills('euo-process', { verdict: 'insufficient' });
  await review.saves('euo-process');
  await review.refuses('Select at least one reason', 'Tell the supplier what is missing');
  await review.judges('euo-process', {
    verdict: 'insufficient',
    points: { who: 'Not covered', aup: 'Not covered', when: 'Covered' },
    reasons: ['process-incomplete', 'aup-not-covered'],
    note: ASKED,
  });
  await review.notesForStaff('euo-process', STAFF_NOTE);
  await expect(review.head).toContainText('6 sufficient, 1 insufficient');
  await review.follow('Send information request');
  const request = await new RequestPage(review.page).arrives();
  await request.says(ASKED, 'Not covered: Who checks');
  await request.neverSays(STAFF_NOTE);
  await request.sends('Thank you. One question is not quite there.');
  await review.arrives(reference);
  await expect(review.head).toContainText('Waiting for the supplier');
}
