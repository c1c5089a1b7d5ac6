import { expect, test } from '@/e2e/fixtures/staff-portal';
import { CodePage } from '@/e2e/pages/code-page';
import { SingleSignOnPage } from '@/e2e/pages/single-sign-on-page';
import { paths } from '@/lib/paths';

// The provider asks everybody for a second factor itself, and the portal is told so.
test.use({ staffSettings: { OIDC_BRINGS_SECOND_FACTOR: '1' } });

test('somebody with no password here signs in at the provider again before what asks for a proof', async ({
  staffPortal: { provider, staff, sql },
  staffBrowser,
}) => {
  const mo = await staff('Mo Manager', 'manager');
  await sql`delete from credentials where person_id = ${mo.actor.personId}`;
  const ann = await staff('Ann Assessor', 'assessor');
  const login = provider.knows(mo.email);
  await new SingleSignOnPage(await staffBrowser()).tries(provider.knows(ann.email));

  const door = new SingleSignOnPage(await staffBrowser());
  const page = new CodePage(door.page);
  await door.tries(login, `${paths.signIn}?return=${paths.people}`);
  await page.arrives('People');
  await page.page.goto(paths.person(ann.actor.personId));
  await page.says('Linked, last used on');
  await page.follow(/^Remove/);
  await page.arrives('Remove single sign-on link');
  // Signed in, but when the provider asked them it did not tell: that proves nothing.
  await page.press('Remove link');
  await page.refuses('Prove that it is you before you do this');
  await page.follow('Sign in with Trust sign-on again');
  await door.givesName(login);
  await page.arrives('Remove single sign-on link');
  await expect(page.main.getByRole('link', { name: 'Sign in with Trust' })).toHaveCount(0);
  const sessions = await sql`select from sessions
    where person_id = ${mo.actor.personId} and ended_at is null`;
  expect(sessions).toHaveLength(1);
  await page.press('Remove link');
  await page.arrives('Ann Assessor');
  await page.says('The single sign-on link is removed');
  await page.neverSays('Linked, last used on');
});
