import { expect, test } from '@/e2e/fixtures';
import { FilesPage, textFile } from '@/e2e/pages/files-page';
import { QuestionPage } from '@/e2e/pages/question-page';
import { SignInPage } from '@/e2e/pages/sign-in-page';
import { paths } from '@/lib/paths';

test('a link to a file survives signing in, and leads back to the question @desktop', async ({
  world,
  newBrowser,
}) => {
  const larch = await world.supplier();
  const reference = await world.draft(larch);
  const file = await world.fileOn(reference, larch, { name: 'scope.txt' });
  const sam = await newBrowser();
  await sam.goto(paths.document(file));
  await (await new SignInPage(sam).arrives()).tries(larch.sam);
  await expect(sam).toHaveURL(paths.documentState(file));
  await expect(sam.getByRole('heading', { level: 1 })).toHaveText('scope.txt');
  await expect(sam.getByRole('link', { name: 'Open the file' })).toBeVisible();
  await sam.getByRole('link', { name: 'Back to the question' }).click();
  await new QuestionPage(sam, 'isms').arrives();
});

test('what is gone already is removed, and its dates are not saved @desktop', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const sam = await signIn(larch.sam);
  const files = await new FilesPage(sam).open(await world.draft(larch), 'isms');
  const names = ['first.txt', 'second.txt'];
  await files.adds(...names.map((name) => textFile(name, name)));
  const other = new FilesPage(await sam.context().newPage());
  const dates = new FilesPage(await sam.context().newPage());
  for (const tab of [other, dates]) await tab.page.goto(sam.url());
  await dates.beginsToDate('second.txt', 'Add dates');

  await files.removes('first.txt');
  await other.removes('first.txt');
  await other.says('The file is removed');
  await files.removes('second.txt');
  await dates.press('Save dates');
  await dates.refuses('This file was removed, so its dates were not saved.');
});

test('what was wrong with an upload goes with the next thing done @desktop', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const files = await new FilesPage(await signIn(larch.sam)).open(await world.draft(larch), 'isms');
  await files.adds(textFile('scope.txt', 'The scope.'));
  await files.press('Upload');
  await files.refuses('Select a file');
  await files.removes('scope.txt');
  await files.says('The file is removed');
  await expect(files.main).not.toContainText('Select a file');
});
