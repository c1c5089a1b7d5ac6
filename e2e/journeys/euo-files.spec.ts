import { expect, test } from '@/e2e/fixtures';
import { EuoPage } from '@/e2e/pages/euo-page';
import { FilesPage, textFile } from '@/e2e/pages/files-page';
import { paths } from '@/lib/paths';

const EMAIL = 'Dear Elm Surgery, this is the acceptable use policy.';

test('Sam attaches the email that alerted an organisation, and takes another file back @desktop', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const made = await world.euo(larch);
  const page = await signIn(larch.sam);
  const euo = await new EuoPage(page).open(made.code);
  await euo.follow(/^Add files/);
  const files = await new FilesPage(page).arrives();
  await files.uploads({ name: 'alert.exe', mimeType: 'text/plain', buffer: Buffer.from(EMAIL) });
  await files.refusesFile(
    '‘alert.exe’ must be a PDF, PNG, JPEG, DOCX, XLSX, CSV or TXT',
    'The selected file must be a PDF, PNG, JPEG, DOCX, XLSX, CSV or TXT',
  );
  await files.adds(textFile('alert.txt', EMAIL), textFile('draft.txt', 'To be thrown away.'));
  await files.uploads(textFile('again.txt', EMAIL));
  await files.says('Nothing was added', 'attached here already');
  await files.scanned('alert.txt');
  await files.removes('draft.txt');
  await files.beginsToDate('alert.txt', 'Add dates');
  await files.types('Effective date', '1', '10', '2026');
  await files.press('Save dates');
  await files.says('The dates are saved', 'Effective from 1 October 2026');

  await euo.open(made.code);
  await euo.says('alert.txt', 'File attached', 'File removed');
  const href = await page.getByRole('link', { name: 'alert.txt' }).getAttribute('href');
  await page.goto(`${href}/state`);
  await expect(page.getByRole('link', { name: 'Back to the organisation' })).toHaveAttribute(
    'href',
    paths.euo(made.code),
  );
  const ann = await signIn(await world.staff('Ann Assessor', 'assessor'));
  const answer = await ann.request.get(href ?? '', { maxRedirects: 0 });
  expect([answer.status(), answer.headers().location]).toEqual([303, paths.notFound]);
});
