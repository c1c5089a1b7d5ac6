import { expect, test } from '@/e2e/fixtures';
import { SignInPage } from '@/e2e/pages/sign-in-page';
import { postForm, rawForm, withFields } from '@/e2e/steps/raw-form';
import { paths } from '@/lib/paths';

test('the session lies in a cookie that no script and no other site reads', async ({
  world,
  newBrowser,
}) => {
  const larch = await world.supplier();
  const page = await newBrowser();
  await new SignInPage(page).signIn(larch.sam);
  const cookies = await page.context().cookies();
  expect(cookies.find(({ name }) => name === 'authjs.session-token')).toBeDefined();
  for (const { name, httpOnly, sameSite } of cookies)
    expect({ name, httpOnly, sameSite }).toMatchObject({ httpOnly: true, sameSite: /Lax|Strict/ });
  expect(await page.evaluate(() => document.cookie)).toBe('');

  const secure = (await newBrowser()).context().request;
  const response = await secure.get('/api/auth/csrf', {
    headers: { 'x-forwarded-proto': 'https' },
  });
  const given = response.headersArray().filter(({ name }) => name.toLowerCase() === 'set-cookie');
  expect(given.length).toBeGreaterThan(0);
  for (const { value } of given) expect(value).toMatch(/HttpOnly.*Secure.*SameSite=Lax/i);
});

const ELSEWHERE = [
  'https://elsewhere.example/',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/%09/elsewhere.example',
  'javascript:alert(1)',
  '/sign-in?return=//elsewhere.example',
];

test('signing in leads nowhere but into the portal', async ({ world, newBrowser, baseURL }) => {
  test.setTimeout(120_000);
  const larch = await world.supplier();
  for (const address of ELSEWHERE)
    await test.step(address, async () => {
      const door = new SignInPage(await newBrowser());
      await door.open(`?return=${encodeURIComponent(address)}`);
      await door.tries(larch.sam);
      await expect(door.page).not.toHaveURL(/sign-in/);
      expect(new URL(door.page.url()).origin).toBe(baseURL);
      // Somebody who has signed in already is led on at once, by the same rule.
      await door.open(`?return=${encodeURIComponent(address)}`);
      expect(new URL(door.page.url()).origin).toBe(baseURL);
    });
});

test('guessing at a password is slowed down at both doors', async ({ world, newBrowser }) => {
  test.setTimeout(120_000);
  const larch = await world.supplier();
  const door = new SignInPage(await newBrowser());
  const context = door.page.context();
  const form = await rawForm(context, paths.signIn, 'Sign in');
  const guess = { email: larch.chris.email, password: 'not-the-password-at-all' };
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const answer = await postForm(context, withFields(form, guess));
    expect(await answer.text()).toContain('Email address or password is wrong');
  }
  const { csrfToken } = await (await context.request.get('/api/auth/csrf')).json();
  const second = (words: object) =>
    context.request.post('/api/auth/callback/credentials', {
      form: { ...words, csrfToken, json: 'true' },
      maxRedirects: 0,
    });
  for (let attempt = 0; attempt < 10; attempt += 1) await second(guess);
  // Twenty guesses are used up, at whichever door; the right password opens neither now.
  await second(larch.chris);
  expect((await context.cookies()).map(({ name }) => name)).not.toContain('authjs.session-token');
  await door.open();
  await door.tries(larch.chris);
  await door.refuses(/^Too many attempts to sign in\. Try again at \d/);
  // Somebody else signs in as ever.
  await door.signIn(larch.sam);
});

test('a form that another site posts is refused', async ({ world, signIn }) => {
  const larch = await world.supplier();
  const reference = await world.finishedDraft(larch);
  const context = (await signIn(larch.sam)).context();
  const form = await rawForm(context, paths.check(reference), 'Submit declaration');
  const filled = withFields(form, { confirmed: 'yes' });
  const foreign = await postForm(context, filled, 'https://elsewhere.example');
  expect(foreign.status()).toBeGreaterThanOrEqual(400);
  expect(await world.countSubmissions(reference)).toBe(0);
  expect((await postForm(context, filled)).status()).toBe(303);
  expect(await world.countSubmissions(reference)).toBe(1);
});

test('nothing of the library shows, and nothing resizes images', async ({ newBrowser }) => {
  const { request } = (await newBrowser()).context();
  for (const page of ['signin', 'signout', 'error', 'verify-request']) {
    const response = await request.get(`/api/auth/${page}`, { maxRedirects: 0 });
    expect(response.status()).toBe(303);
    expect(response.headers().location).toBe(paths.signIn);
  }
  for (const path of ['/api/auth/providers', '/api/auth/session'])
    expect((await request.get(path)).status()).toBe(404);
  const image = await request.get('/_next/image?url=%2Ficon.svg&w=64&q=75');
  expect(image.status()).toBeGreaterThanOrEqual(400);
  expect(image.status()).toBeLessThan(500);
});
