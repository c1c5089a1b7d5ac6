import { carefulAnswers } from '@/e2e/answers';
import { expect } from '@/e2e/fixtures';
import { ReceiptPage } from '@/e2e/pages/after-submission';
import type { CheckPage } from '@/e2e/pages/check-page';
import { QuestionPage } from '@/e2e/pages/question-page';
import type { SupplierHome } from '@/e2e/pages/supplier-home';
import { TaskList } from '@/e2e/pages/task-list';
import type { QuestionId } from '@/lib/domain/questions/types';

/** Starts an application and answers every question in turn, stopped where an answer is wrong. */
export async function appliesFor(home: SupplierHome, product: string): Promise<string> {
  const { page } = home;
  const reference = await home.starts(product);
  const tasks = new TaskList(page);
  await tasks.says('Your move: 7 questions are left to answer', 'Not cleared for live');

  const organisation = await tasks.opens('organisation');
  await organisation.saves();
  for (const [id, answer] of Object.entries(carefulAnswers)) {
    const question = await new QuestionPage(page, id as QuestionId).arrives();
    if (id === 'dspt-within-deadline') await isStopped(question);
    await question.answers(answer);
  }
  await tasks.arrives();
  await tasks.says('7 of 7 complete');
  return reference;
}

/** Nothing chosen and nothing typed: told so beside each field and in the summary. */
async function isStopped(question: QuestionPage): Promise<void> {
  await question.types({ details: 'We did, in time.' });
  await question.saves();
  await question.refuses('Select yes or no');
  await question.holds({ details: 'We did, in time.' });
}

/** Checks the answers, changes one on the way, declares, and keeps the receipt. */
export async function declares(check: CheckPage, reference: string): Promise<string> {
  await check.open(reference);
  const isms = await check.changes('isms');
  await isms.answers({ ...carefulAnswers.isms, details: `${carefulAnswers.isms.details} Yes.` });
  await check.open(reference);
  await check.says('Yes.');
  await check.submit.click();
  await check.refuses('Confirm the declaration before you submit it');
  await check.declares();
  const receipt = await new ReceiptPage(check.page).arrives();
  await receipt.says(reference, 'Sam Sample declared for', 'This is not clearance to go live');
  const code = await receipt.historyCode();
  expect(code).toMatch(/^[0-9a-f]{64}$/);
  return code;
}
