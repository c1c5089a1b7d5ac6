import { expect, test } from '@/e2e/fixtures';
import { AccountPage } from '@/e2e/pages/account-page';
import { TimelinePage } from '@/e2e/pages/after-submission';
import { QuestionPage } from '@/e2e/pages/question-page';
import { SignInPage } from '@/e2e/pages/sign-in-page';

const TYPED = { choice: 'yes', details: 'Half a sentence, and the kettle is' };

test('what is typed is saved, said aloud, and there after a reload @js @desktop', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const reference = await world.draft(larch);
  const page = await signIn(larch.sam);
  const question = await new QuestionPage(page, 'euo-process').open(reference);
  const line = question.main.getByRole('status');
  await expect(line).toHaveAttribute('aria-live', 'polite');
  await question.types(TYPED);
  await question.showsSaved();
  await page.reload();
  await question.holds(TYPED);
  // The button builds on what was saved meanwhile, and conflicts with nothing.
  await question.types({ details: `${TYPED.details} boiling.` });
  await question.saves();
  await expect(page).toHaveURL(/isms$/);
  const events = await (await new TimelinePage(page).open(reference)).events();
  expect(events.filter((title) => title.includes('EUO process'))).toHaveLength(1);
});

test('saving while typing says when somebody else was faster @js @desktop', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const reference = await world.draft(larch);
  const sam = await new QuestionPage(await signIn(larch.sam), 'isms').open(reference);
  const chris = await new QuestionPage(await signIn(larch.chris), 'isms').open(reference);
  await chris.types({ choice: 'no', details: 'Chris was first.' });
  await chris.showsSaved();
  await sam.types(TYPED);
  await expect(sam.main.getByRole('status')).toContainText(
    'Chris Colleague saved a different answer meanwhile. Yours is not saved',
  );
  await sam.holds(TYPED);
  await sam.saves();
  await sam.refuses(/^Chris Colleague saved a different answer/);
});

test('saving while typing says when the session has ended, or the line is down @js @desktop', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const reference = await world.draft(larch);
  const page = await signIn(larch.sam);
  const question = await new QuestionPage(page, 'isms').open(reference);
  await page.context().setOffline(true);
  await question.types(TYPED);
  const line = question.main.getByRole('status');
  await expect(line).toContainText('You are offline, so this is not saved yet.');
  await page.context().setOffline(false);
  await question.showsSaved();

  await new AccountPage(await signIn(larch.sam)).open().then((page) => page.endsTheOtherSession());
  await question.types({ details: `${TYPED.details} boiling.` });
  await expect(line).toContainText('You have been signed out. What you typed is still here');
  await question.holds({ details: `${TYPED.details} boiling.` });

  const again = await new QuestionPage(await signIn(larch.sam), 'isms').open(reference);
  await world.takeSessionsAway(larch.sam);
  await again.types({ details: `${TYPED.details} cold.` });
  await expect(again.main.getByRole('status')).toContainText('Copy what you typed before');
});

test('the counter says what is left, seen at once and heard in pauses @js', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const reference = await world.draft(larch);
  const question = await new QuestionPage(await signIn(larch.sam), 'isms').open(reference);
  const seen = question.main.locator('.nhsuk-character-count__message');
  await expect(seen).toHaveText('You have 2000 characters remaining');
  await question.types({ details: 'é🙂\n'.repeat(500) });
  await expect(seen).toHaveText('You have 500 characters remaining');
  await question.types({ details: 'a'.repeat(2001) });
  await expect(seen).toHaveText('You have 1 character too many');
  await expect(seen).toHaveAttribute('aria-hidden', 'true');
  const heard = question.main.locator('[aria-live="polite"]', { hasText: '1 character too many' });
  await expect(heard).toHaveCount(1);
});

test('a session that is about to end is announced, and can go on @js @desktop', async ({
  world,
  newBrowser,
}) => {
  const larch = await world.supplier();
  const page = await newBrowser();
  await page.clock.install();

  await new SignInPage(page).signIn(larch.sam);
  const dialog = page.getByRole('dialog', { name: 'You are about to be signed out' });
  await expect(dialog).toBeHidden();
  await page.clock.fastForward('25:30');
  await expect(dialog).toBeVisible();
  await expect(dialog).toContainText('we will sign you out in');
  await dialog.getByRole('button', { name: 'Stay signed in' }).click();
  await expect(dialog).toBeHidden();
  await page.clock.fastForward('24:00');
  await expect(dialog).toBeHidden();
  await page.clock.fastForward('07:00');
  const ended = page.getByRole('dialog', { name: 'You have been signed out' });
  await expect(ended.getByRole('link', { name: 'Sign in again' })).toBeVisible();
});
