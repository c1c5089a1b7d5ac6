import { expect, test } from '@/e2e/fixtures';
import { QuestionPage } from '@/e2e/pages/question-page';
import { expectAccessible, expectWholePage, hasJavaScript } from '@/e2e/pages/screen';
import { paths } from '@/lib/paths';

const LONG = { choice: 'yes', details: `${'Too much. '.repeat(120_000)}` };

test('what is too long to send is kept by the form, or by the page before @desktop', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const reference = await world.draft(larch);
  const page = await signIn(larch.sam);
  const question = await new QuestionPage(page, 'isms').open(reference);
  const saving = page.waitForResponse(
    (response) => /autosave$/.test(response.url()) && response.status() === 413,
  );
  saving.catch(() => undefined);
  await question.types(LONG);
  if (hasJavaScript()) {
    await saving;
    await expect(question.main.getByRole('status')).toHaveText(
      'Not saved: this answer is too long to save.',
    );
    await question.savesForLater();
    await question.refuses(/^What you typed is too long to send, so it is not saved/);
    await question.holds(LONG);
    await question.types({ details: 'Short.' });
    await question.savesForLater();
    await expect(page).toHaveURL(new RegExp(`${reference}\\?saved=isms$`));
    return;
  }
  const answer = page.waitForResponse((response) => response.request().method() === 'POST');
  await question.savesForLater();
  expect((await answer).status()).toBe(413);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What you sent is too long');
  await expectWholePage(page);
});

test('an address that cannot be read leads to the page that says so @desktop', async ({
  newBrowser,
}) => {
  const page = await newBrowser();
  for (const path of ['/apply/%E0%A4%A', '/assess/%ZZ', '/api/auth/%']) {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    expect(answer?.headers()['x-frame-options']).toBe('DENY');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
    await expectWholePage(page);
    if (hasJavaScript()) await expectAccessible(page);
  }
});

test('no post is too long for a whole page, whether or not it says how long it is @js @desktop', async ({
  newBrowser,
  baseURL,
}) => {
  const { request } = (await newBrowser()).context();
  const body = `--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n${LONG.details}\r\n--x--\r\n`;
  const headers = { origin: baseURL ?? '', 'content-type': 'multipart/form-data; boundary=x' };
  const said = await request.post(paths.signIn, { headers, data: body });
  const chunked = await fetch(`${baseURL}${paths.signIn}`, {
    method: 'POST',
    headers,
    body: new Blob([body]).stream(),
    duplex: 'half',
  } as RequestInit);
  expect([said.status(), chunked.status]).toEqual([413, 413]);
  for (const html of [await said.text(), await chunked.text()])
    expect(html).toContain('What you sent is too long');
  expect(chunked.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
});
