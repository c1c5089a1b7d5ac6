import { expect, test } from '@/e2e/fixtures';
import { CasePage } from '@/e2e/pages/case-page';
import { CheckPage } from '@/e2e/pages/check-page';
import { FilesPage, textFile } from '@/e2e/pages/files-page';
import { QuestionPage } from '@/e2e/pages/question-page';
import { TaskList } from '@/e2e/pages/task-list';

test('a virus is found in files that were declared, and Sam replaces them @desktop', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const ann = await world.staff('Ann Assessor', 'assessor');
  const reference = await world.caseAt('requested', larch, { assessor: ann, second: ann });
  const sam = await signIn(larch.sam);
  const check = new CheckPage(sam);
  const files = new FilesPage(sam);
  await world.findViruses(reference);

  await test.step('The check names each file, and leads to where it is replaced', async () => {
    await check.open(reference);
    await check.lists(
      'Replace ‘scope.txt’ (Q.3, EUO process): it contains a virus',
      'Open Q.4, ISMS again and replace ‘scope.txt’: it contains a virus',
    );
    await expect(check.submit).toHaveCount(0);
    await check.follow(/^Replace ‘scope.txt’/);
    await files.arrives();
  });

  await test.step('What will not do is refused, and the file to replace is remembered', async () => {
    await files.beginsToReplace('scope.txt');
    await files.press('Upload');
    await files.refuses('Select a file');
    await files.uploadsInstead(textFile('none.txt', ''));
    await files.refusesFile('‘none.txt’ is empty', 'The selected file is empty');
    await files.follow('Keep this file');
    await files.arrives();
    await files.replaces('scope.txt', textFile('process.txt', 'Our service desk checks.'));
  });

  await test.step('The closed question is opened with a reason, and its file replaced', async () => {
    await check.open(reference);
    await check.follow(/^Open Q.4, ISMS again/);
    const isms = await new QuestionPage(sam, 'isms').openClosed(reference);
    await isms.says('A virus was found', 'scope.txt cannot be submitted');
    await isms.unlocks('A virus was found in its file.');
    await isms.press('Save and change files');
    await files.replaces(
      'scope.txt',
      textFile('isms.txt', 'Our ISMS covers this product and its hosting.'),
    );
    await files.follow('Back to the question');
    await isms.says('isms.txt', 'Replaced by isms.txt');
  });

  await test.step('Nothing stands in the way, and Ann sees what replaced what', async () => {
    const tasks = await new TaskList(sam).open(reference);
    await tasks.says('everything asked for is answered');
    await check.open(reference);
    await check.declares();
    const review = await new CasePage(await signIn(ann)).open(reference);
    await expect(review.question('isms')).toContainText('Replaces scope.txt');
    await expect(review.question('isms')).toContainText('New');
  });
});
