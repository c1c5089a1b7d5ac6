import { expect, test } from '@/e2e/fixtures/staff-portal';
import { AccountPage } from '@/e2e/pages/account-page';
import { CodePage } from '@/e2e/pages/code-page';
import { SingleSignOnPage } from '@/e2e/pages/single-sign-on-page';
import { paths } from '@/lib/paths';

const NOT_KNOWN = 'You could not be signed in that way. Sign in with your email address';

test('an assessor signs in by single sign-on, and is asked for our second factor as well', async ({
  staffPortal: { provider, staff, sql },
  staffBrowser,
  world,
}) => {
  const ann = await staff('Ann Assessor', 'assessor');
  const login = provider.knows(ann.email.toUpperCase(), { roles: ['manager'] });
  const door = new SingleSignOnPage(await staffBrowser());
  const step = new CodePage(door.page);
  await door.tries(login, `${paths.signIn}?return=${encodeURIComponent(paths.messages)}`);
  await step.arrives('Set up your second factor');
  await step.page.goto(paths.assess);
  await step.arrives('Set up your second factor');
  await step.page.goto(`${paths.signIn}?return=${encodeURIComponent(paths.messages)}`);
  const key = await step.readsKey();
  await step.gives(world.appCode(key), 'Finish and sign in');
  await step.readsRecoveryCodes();
  await step.press('I have kept them');
  await step.arrives('Messages');
  // Whatever the provider says of roles.
  await step.page.goto(paths.people);
  await step.arrives('Page not found');
  await new AccountPage(await step.page.context().newPage()).open();
  await step.page.goto(paths.account);
  await new AccountPage(step.page).signsOut();

  // The provider knows the browser still, and vouches for another address by now: the link stays.
  const mo = await staff('Mo Manager', 'manager');
  provider.accounts.set(login, { email: mo.email, email_verified: true });
  await door.open();
  await door.begins();
  await step.arrives('Enter your code');
  await step.says(ann.email);
  await step.gives(world.appCode(key, 30));
  await expect(step.page).toHaveURL(new RegExp(`${paths.assess}$`));
  await sql`update people set active = false where id = ${ann.actor.personId}`;
  await door.page.goto(paths.assess);
  await door.begins();
  await door.isRefused(NOT_KNOWN);
});

test('nobody else comes in, and none of them is told why', async ({
  staffPortal: { provider, staff, supplier, sql },
  staffBrowser,
}) => {
  const larch = await supplier();
  const gone = await staff('Gone Assessor', 'assessor');
  await sql`update people set active = false where id = ${gone.actor.personId}`;
  const ann = await staff('Ann Assessor', 'assessor');
  const strangers = {
    unknown: provider.knows('nobody@elsewhere.example'),
    supplier: provider.knows(larch.sam.email),
    deactivated: provider.knows(gone.email),
    'another tenant': provider.knows(ann.email, { tid: crypto.randomUUID() }),
    'an address that nobody verified': provider.knows(ann.email, { email_verified: false }),
    'no address': provider.knows('', { email: undefined }),
    'no subject': provider.knows(ann.email, { oid: undefined }),
  };
  const pages = new Set<string>();
  for (const [who, login] of Object.entries(strangers))
    await test.step(who, async () => {
      const door = new SingleSignOnPage(await staffBrowser());
      await door.tries(login);
      await door.says('You are not signed in');
      pages.add(
        (await door.main.getByText(NOT_KNOWN).textContent()) + new URL(door.page.url()).search,
      );
      await door.isRefused(NOT_KNOWN);
    });
  expect(pages.size).toBe(1);
  const [links] = await sql`select count(*)::int as count from identities
    where person_id in (${ann.actor.personId}, ${gone.actor.personId}, ${larch.sam.actor.personId})`;
  expect(links?.count).toBe(0);
});

test('a way back that is somebody else’s, or was gone before, leads nowhere', async ({
  staffPortal: { provider, staff },
  staffBrowser,
}) => {
  const ann = await staff('Ann Assessor', 'assessor');
  const door = new SingleSignOnPage(await staffBrowser());
  await door.open(`${paths.signIn}?return=${encodeURIComponent(paths.messages)}`);
  await door.begins();
  await door.cancels();
  await door.says('You did not finish signing in with Trust sign-on');
  await expect(door.page).toHaveURL(/return=%2Fmessages/);
  await door.isRefused();

  const backs: string[] = [];
  door.page.on('request', (request) => {
    if (request.url().includes('/callback/oidc?')) backs.push(request.url());
  });
  await door.tries(provider.knows(ann.email));
  const step = new CodePage(door.page);
  await step.arrives('Set up your second factor');
  const back = backs.at(-1) ?? '';
  const again = /used already, took too long or began in another browser/;
  const other = new SingleSignOnPage(await staffBrowser());
  await other.page.goto(back);
  await other.isRefused(again);
  await other.page.goto('/api/auth/callback/oidc');
  await other.isRefused(again);
  // Here the session that it gave stands, and nothing is begun again.
  await door.page.goto(back);
  await step.arrives('Set up your second factor');
});
