import { expect, test } from '@/e2e/fixtures';
import { DeclarationPage } from '@/e2e/pages/after-submission';
import { CasePage } from '@/e2e/pages/case-page';
import { CheckPage } from '@/e2e/pages/check-page';
import { FilesPage, textFile } from '@/e2e/pages/files-page';
import { QuestionPage } from '@/e2e/pages/question-page';
import { paths } from '@/lib/paths';

const SCOPE = 'Our ISMS covers this product and its hosting.';

test('Sam attaches files, declares with them, and Ann opens one', async ({ world, signIn }) => {
  const larch = await world.supplier();
  const ann = await world.staff('Ann Assessor', 'assessor');
  const reference = await world.finishedDraft(larch);
  const sam = await signIn(larch.sam);
  const files = new FilesPage(sam);

  await test.step('Sam saves the answer on the way to its files', async () => {
    const isms = await new QuestionPage(sam, 'isms').open(reference);
    await isms.details.fill('The scope is in the file.');
    await isms.press('Save and add files');
    await files.arrives();
    await files.adds(textFile('scope.txt', SCOPE), textFile('draft.txt', 'To be thrown away.'));
    await files.scanned('scope.txt');
    await files.uploads(textFile('again.txt', SCOPE));
    await files.says('Nothing was added');
    await expect(files.file('again.txt')).toHaveCount(0);
    await files.uploads(textFile('again.txt', SCOPE), textFile('plan.txt', 'Our plan.'));
    await files.says('1 file added', '1 other file was attached to this answer already');
    await expect(files.file('again.txt')).toHaveCount(0);
    await files.removes('plan.txt');
    await files.removes('draft.txt');
    await isms.open(reference);
    await expect(isms.details).toHaveValue('The scope is in the file.');
    await isms.says('scope.txt');
  });

  await test.step('Ann knows nothing of a draft’s files', async () => {
    const href = await sam.locator('.app-files a').first().getAttribute('href');
    const desk = await signIn(ann);
    const answer = await desk.request.get(href ?? '', { maxRedirects: 0 });
    expect([answer.status(), answer.headers().location]).toEqual([303, paths.notFound]);
  });

  await test.step('Sam declares; the declaration holds the file and its hash', async () => {
    const check = await new CheckPage(sam).open(reference);
    await check.says('scope.txt');
    await check.declares();
    const declaration = await new DeclarationPage(sam).open(reference);
    await declaration.says('scope.txt', /SHA-256 [0-9a-f]{64}/);
  });

  await test.step('Ann reads it beside the answer, behind a warning, and it is on record', async () => {
    const desk = await signIn(ann);
    const review = await new CasePage(desk).open(reference);
    const link = review.question('isms').getByRole('link', { name: 'scope.txt' });
    await link.click();
    await expect(desk.getByRole('heading', { level: 1 })).toHaveText('scope.txt');
    await expect(desk.getByRole('main')).toContainText('This file was not scanned for viruses');
    const open = desk.getByRole('link', { name: 'Open it all the same' });
    const answer = await desk.request.get((await open.getAttribute('href')) ?? '');
    expect(answer.headers()).toMatchObject({
      'content-disposition': expect.stringMatching(/^attachment; filename="scope\.txt"/),
      'content-security-policy': expect.stringMatching(/^sandbox; default-src 'none'/),
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect(await answer.text()).toBe(SCOPE);
    await desk.goto(paths.caseHistory(reference));
    await expect(desk.getByRole('main')).toContainText('File opened');
  });
});

test('what is no evidence is refused, and nothing of it is kept', async ({ world, signIn }) => {
  const larch = await world.supplier();
  const files = await new FilesPage(await signIn(larch.sam)).open(await world.draft(larch), 'isms');
  const one = 'The selected file';
  await files.press('Upload');
  await files.refuses('Select a file');
  const pdf = { ...textFile('scope.pdf', 'This is no PDF.'), mimeType: 'application/pdf' };
  await files.uploads(pdf);
  const not = 'is not what its name says';
  await files.says(not);
  await files.uploads(textFile('empty.txt', ''));
  await files.refusesFile('‘empty.txt’ is empty', `${one} is empty`);
  await files.uploads(textFile('run.exe', 'MZ'));
  await files.says('must be a PDF, PNG, JPEG, DOCX, XLSX, CSV or TXT');
  const big = { ...textFile('big.txt', ''), buffer: Buffer.alloc(20 * 1024 * 1024 + 1, 'a') };
  await files.uploads(big);
  await files.says('must be smaller than 20 MB');
  await files.page.reload();
  await expect(files.main.locator('.app-files__file')).toHaveCount(0);
});
