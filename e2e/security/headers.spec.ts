import { ACCESS } from '@/e2e/access/table';
import { expect, test as plain } from '@/e2e/fixtures';
import { test, WHO } from '@/e2e/fixtures/audience';
import { SignInPage } from '@/e2e/pages/sign-in-page';
import { pageRoutes } from '@/e2e/routes';
import { paths } from '@/lib/paths';

const FIXED: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cache-control': 'private, no-store',
};

/** The policy as directives, its nonce taken out. */
function read(policy: string) {
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
  return { nonce, directives: policy.replaceAll(nonce, 'N').split('; ').sort() };
}

for (const route of pageRoutes()) {
  test(`${route} holds to the policy`, async ({ audience }) => {
    const row = ACCESS[route];
    const path = row?.at(audience.places) ?? '';
    const who = WHO.find((each) => row?.sees[each] === 'page') ?? 'visitor';
    const get = () => audience.contexts[who].request.get(path);
    const [response, again] = [await get(), await get()];
    const headers = response.headers();
    const { nonce, directives } = read(headers['content-security-policy'] ?? '');
    const html = await response.text();

    expect(headers).toMatchObject(FIXED);
    expect(headers['x-powered-by']).toBeUndefined();
    expect(directives).toEqual(
      [
        ...["default-src 'self'", "script-src 'self' 'nonce-N' 'strict-dynamic'"],
        ...["style-src 'self' 'nonce-N'", "img-src 'self' data:", "font-src 'self'"],
        ...["connect-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'"],
        ...["frame-src 'none'", "frame-ancestors 'none'"],
      ].sort(),
    );
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(read(again.headers()['content-security-policy'] ?? '').nonce).not.toBe(nonce);

    const scripts = [...html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
    const markup = html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '');
    expect(markup.match(/<style\b|\sstyle="|\son[a-z]+="|javascript:/g) ?? []).toEqual([]);
  });
}

plain('no page holds a secret', async ({ world, newBrowser }) => {
  const larch = await world.supplier();
  const page = await newBrowser();
  await new SignInPage(page).signIn(larch.sam);
  const cookies = await page.context().cookies();
  const token = cookies.find(({ name }) => name.endsWith('session-token'))?.value ?? '';
  expect(token.length).toBeGreaterThan(50);
  const secrets = ['AUTH_SECRET', 'DATABASE_URL', 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY'];
  for (const path of [paths.apply, paths.account, paths.colleagues]) {
    const html = await (await page.request.get(path)).text();
    for (const name of secrets) expect(html).not.toContain(process.env[name] ?? name);
    expect(html).not.toContain(token);
    expect(html).not.toContain('argon2');
  }
});

plain('everything over https: the policy and the headers say so', async ({ newBrowser }) => {
  const page = await newBrowser();
  const response = await page.request.get(paths.signIn, {
    headers: { 'x-forwarded-proto': 'https' },
  });
  expect(response.headers()['strict-transport-security']).toMatch(/max-age=31536000/);
  expect(response.headers()['content-security-policy']).toContain('upgrade-insecure-requests');
});

plain('an idle connection stays open longer than a proxy keeps one', async ({ request }) => {
  const headers = (await request.get(paths.signIn)).headers();
  const seconds = /timeout=([0-9]+)/.exec(headers['keep-alive'] ?? '')?.[1];
  expect(Number(seconds)).toBeGreaterThan(60);
});
