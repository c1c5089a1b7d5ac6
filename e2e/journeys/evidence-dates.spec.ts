import { expect, test } from '@/e2e/fixtures';
import { DeclarationPage } from '@/e2e/pages/after-submission';
import { CasePage } from '@/e2e/pages/case-page';
import { CheckPage } from '@/e2e/pages/check-page';
import { FilesPage, textFile } from '@/e2e/pages/files-page';
import { QuestionPage } from '@/e2e/pages/question-page';
import { hasJavaScript } from '@/e2e/pages/screen';

test('Sam gives a file its dates, corrects them, and Ann sees that it has expired @desktop', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const ann = await world.staff('Ann Assessor', 'assessor');
  const reference = await world.finishedDraft(larch);
  const sam = await signIn(larch.sam);
  const files = await new FilesPage(sam).open(reference, 'isms');

  await test.step('Dates that will not do are refused beside them, and stay as typed', async () => {
    await files.types('Effective date', '31', '2', '2026');
    await files.types('Expiry date', '1', '', '2027');
    await files.uploads(textFile('scope.txt', 'Our ISMS covers this product.'));
    const again = 'Select the files again. They could not be kept while the dates were wrong.';
    await files.refuses(
      ...(hasJavaScript() ? [] : [again]),
      'Effective date must be a real date',
      'Expiry date must include a month',
    );
    const group = files.page.getByRole('group', { name: /^Expiry date/ });
    await expect(group.getByLabel('Year', { exact: true })).toHaveValue('2027');
  });

  await test.step('With dates that will do it is attached, and says them', async () => {
    await files.types('Effective date', '1', '2', '2026');
    await files.types('Expiry date', '1', 'March', '2026');
    await files.adds(textFile('scope.txt', 'Our ISMS covers this product.'));
    await expect(files.file('scope.txt')).toContainText(
      'Effective from 1 February 2026, expired on 1 March 2026',
    );
  });

  await test.step('They are corrected without another upload', async () => {
    await files.beginsToDate('scope.txt', 'Change dates');
    await files.types('Effective date', '2', '3', '2026');
    await files.press('Save dates');
    await files.refuses('Expiry date must be the same as or after the effective date');
    await files.types('Effective date', '', '', '');
    await files.press('Save dates');
    await files.arrives();
    await files.says('The dates are saved');
    const dates = files.file('scope.txt');
    await expect(dates).toContainText('Expired on 1 March 2026 Expired');
    await expect(dates).not.toContainText('Effective');
  });

  await test.step('Every screen of the answer says so', async () => {
    const isms = await new QuestionPage(sam, 'isms').open(reference);
    await isms.says('Expired on 1 March 2026');
    const check = await new CheckPage(sam).open(reference);
    await check.says('Expired on 1 March 2026');
    await check.declares();
    const declaration = await new DeclarationPage(sam).open(reference);
    await declaration.says('Expires on 1 March 2026');
    const review = await new CasePage(await signIn(ann)).open(reference);
    await expect(review.question('isms')).toContainText('Expired on 1 March 2026');
  });
});

test('two people who date one file at once see each other’s dates, and neither is lost @desktop', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const reference = await world.finishedDraft(larch);
  const sam = await new FilesPage(await signIn(larch.sam)).open(reference, 'isms');
  await sam.adds(textFile('scope.txt', 'Our ISMS covers this product.'));
  const chris = await new FilesPage(await signIn(larch.chris)).open(reference, 'isms');
  await sam.beginsToDate('scope.txt', 'Add dates');
  await chris.beginsToDate('scope.txt', 'Add dates');
  await chris.types('Expiry date', '1', '3', '2028');
  await chris.press('Save dates');
  await chris.arrives();

  await sam.types('Expiry date', '31', '12', '2027');
  await sam.press('Save dates');
  await sam.refuses(/^These dates were changed while you had this page open/);
  await sam.says('Saved meanwhile', 'Expires on 1 March 2028');
  const year = sam.page
    .getByRole('group', { name: /^Expiry date/ })
    .getByLabel('Year', { exact: true });
  await expect(year).toHaveValue('2027');
  await sam.press('Save dates');
  await sam.arrives();
  await expect(sam.file('scope.txt')).toContainText('Expires on 31 December 2027');
});
