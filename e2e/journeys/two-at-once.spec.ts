import { carefulAnswers } from '@/e2e/answers';
import { expect, test } from '@/e2e/fixtures';
import { ReceiptPage } from '@/e2e/pages/after-submission';
import { CasePage } from '@/e2e/pages/case-page';
import { RequestPage } from '@/e2e/pages/case-steps';
import { CheckPage } from '@/e2e/pages/check-page';
import { QuestionPage } from '@/e2e/pages/question-page';
import { TaskList } from '@/e2e/pages/task-list';
import { postForm, rawForm, withFields } from '@/e2e/steps/raw-form';
import { paths } from '@/lib/paths';

const MINE = { choice: 'yes', details: 'Sam: onboarding looks each practice up.' };
const THEIRS = { choice: 'yes', details: 'Chris: support asks each practice for proof.' };

test('two colleagues on one question lose no word @desktop', async ({ world, signIn }) => {
  const larch = await world.supplier();
  const reference = await world.draft(larch);
  const sam = await new QuestionPage(await signIn(larch.sam), 'euo-process').open(reference);
  const chris = await new QuestionPage(await signIn(larch.chris), 'euo-process').open(reference);
  await chris.answers(THEIRS);
  await expect(chris.page).toHaveURL(/isms$/);

  await sam.answers(MINE);
  await sam.refuses(/^Chris Colleague saved a different answer on .+\. Yours is not saved yet$/);
  const saved = sam.page.getByRole('region', { name: 'Saved by Chris Colleague' });
  await expect(saved).toContainText(THEIRS.details);
  const own = sam.page.getByRole('region', { name: 'Yours, not saved yet' });
  await expect(own).toContainText(MINE.details);
  await sam.holds(MINE);

  const both = `${MINE.details} ${THEIRS.details}`;
  await sam.answers({ details: both });
  await expect(sam.page).toHaveURL(/isms$/);
  await sam.open(reference);
  await sam.holds({ ...MINE, details: both });
});

test('a second tab does not overwrite the first @desktop', async ({ world, signIn }) => {
  const larch = await world.supplier();
  const reference = await world.draft(larch);
  const first = await new QuestionPage(await signIn(larch.sam), 'isms').open(reference);
  const second = new QuestionPage(await first.page.context().newPage(), 'isms');
  await second.open(reference);
  await first.answers(MINE);
  await expect(first.page).toHaveURL(paths.application(reference));
  await second.answers(THEIRS);
  await second.refuses(/^Sam Sample saved a different answer/);
  await second.follow('Keep the saved version');
  await second.holds(MINE);
});

test('going back after submitting submits nothing again', async ({ world, signIn }) => {
  const larch = await world.supplier();
  const reference = await world.finishedDraft(larch);
  const page = await signIn(larch.sam);
  const check = await new CheckPage(page).open(reference);
  await check.declares();
  const receipt = await new ReceiptPage(page).arrives();
  const code = await receipt.historyCode();
  await page.goBack();
  // Either the page knows already, or its form says what happened.
  if ((await check.submit.count()) > 0) {
    await check.confirmation.check();
    await check.submit.click();
  }
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('Check your answers');
  await page.goto(paths.receipt(reference));
  expect(await receipt.historyCode()).toBe(code);
});

test('pressing twice makes one submission and one receipt', async ({ world, signIn }) => {
  const larch = await world.supplier();
  const reference = await world.finishedDraft(larch);
  const page = await signIn(larch.sam);
  const check = await new CheckPage(page).open(reference);
  await check.confirmation.check();
  await check.submit.dblclick();
  await new ReceiptPage(page).arrives();
  expect(await world.countSubmissions(reference)).toBe(1);
});

test('fifty posts of one form at once make one submission @desktop', async ({ world, signIn }) => {
  const larch = await world.supplier();
  const reference = await world.finishedDraft(larch);
  const context = (await signIn(larch.sam)).context();
  const form = await rawForm(context, paths.check(reference), 'Submit declaration');
  const posts = Array.from({ length: 50 }, () =>
    postForm(context, withFields(form, { confirmed: 'yes' })),
  );
  const answers = await Promise.all(posts);
  expect(new Set(answers.map((answer) => answer.status()))).toEqual(new Set([303]));
  expect(new Set(answers.map((answer) => answer.headers().location))).toEqual(
    new Set([paths.receipt(reference)]),
  );
  expect(await world.countSubmissions(reference)).toBe(1);
});

test('a request that another tab has sent leads back to its case @js', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const ann = await world.staff('Ann Assessor', 'assessor');
  const reference = await world.caseAt('reviewed', larch, { assessor: ann, second: ann });
  const review = await new CasePage(await signIn(ann)).open(reference);
  await review.question('isms').getByText('Change the verdict on').click();
  await review.judges('isms', {
    ...{ verdict: 'insufficient', reasons: ['isms-scope'], note: 'Which sites are in scope?' },
  });
  const first = await new RequestPage(review.page).open(reference);
  const second = new RequestPage(await review.page.context().newPage());
  await second.open(reference);
  await first.sends('One question is open.');
  await review.arrives(reference);
  await second.sends('One question is open.');
  const summary = second.page.locator('.nhsuk-error-summary');
  await expect(summary).toContainText('This has moved on since you opened the page.');
  await summary.getByRole('link', { name: /Go back to the application$/ }).click();
  await expect(second.page).toHaveURL(paths.assessment(reference));
  await second.says('Waiting for the supplier');
});

test('what moved on since is not saved over @desktop', async ({ world, signIn }) => {
  const larch = await world.supplier();
  const reference = await world.finishedDraft(larch);
  const page = await signIn(larch.sam);
  const question = await new QuestionPage(page, 'isms').open(reference);
  const elsewhere = await page.context().newPage();
  const check = await new CheckPage(elsewhere).open(reference);
  await check.declares();
  await new ReceiptPage(elsewhere).arrives();
  await question.types({ ...carefulAnswers.isms, details: 'Typed too late.' });
  await question.saves();
  await question.says('What you typed was not saved', 'Typed too late.');
  await question.press('Remove these words');
  await expect(question.main).not.toContainText('Typed too late.');
  const tasks = await new TaskList(page).open(reference);
  await tasks.says('Your declaration is with the assessor.');
});
