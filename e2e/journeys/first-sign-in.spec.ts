import { expect, test } from '@/e2e/fixtures/staff-portal';
import { AccountPage } from '@/e2e/pages/account-page';
import { CodePage } from '@/e2e/pages/code-page';
import { SignInPage } from '@/e2e/pages/sign-in-page';
import { paths } from '@/lib/paths';

test('where it is required, the first sign-in sets up the second factor', async ({
  staffPortal: { staff, url },
  staffBrowser,
  world,
}) => {
  const ann = await staff('Ann Assessor', 'assessor');
  const door = new SignInPage(await staffBrowser());
  const step = new CodePage(door.page);
  // A link from an email, say.
  await door.page.goto(paths.registers);
  await door.arrives();
  await door.tries(ann);
  await step.arrives('Set up your second factor');
  for (const path of [paths.registers, paths.account, paths.signInCode, paths.signIn]) {
    await step.page.goto(path);
    await step.arrives('Set up your second factor');
  }
  await step.page.goto(`${paths.signIn}?return=${encodeURIComponent(paths.registers)}`);
  const key = await step.readsKey();
  await step.gives('', 'Finish and sign in');
  await step.refuses('Enter the code from your authenticator app');
  await step.gives('000000', 'Finish and sign in');
  await step.refuses('That code is wrong. Enter the one that your app shows now');
  expect(await step.readsKey()).toBe(key);

  // Without scripts a browser keeps no page that answered a form.
  await step.page.goto(`${paths.signIn}?return=${encodeURIComponent(paths.registers)}`);
  const half = await step.page.context().cookies(url);
  await step.gives(world.appCode(key), 'Finish and sign in');
  const codes = await step.readsRecoveryCodes();
  // Back leads on, since the step is done; the codes are still there to be kept.
  await step.page.goBack();
  await step.arrives('Registers');
  await step.page.goForward();
  expect(await step.readsRecoveryCodes()).toEqual(codes);
  await step.press('I have kept them');
  await step.arrives('Registers');

  // Whoever had the cookie of before the code was given has nothing.
  const other = await staffBrowser();
  await other.context().addCookies(half);
  await other.goto(paths.registers);
  await new SignInPage(other).arrives();

  await step.page.goto(paths.account);
  await new AccountPage(step.page).signsOut();
  await door.open(`?return=${encodeURIComponent(paths.registers)}`);
  await door.tries(ann);
  await step.arrives('Enter your code');
  await step.gives(world.appCode(key, 30));
  await step.arrives('Registers');
});

test('a supplier’s person signs in there by the password alone', async ({
  staffPortal: { supplier },
  staffBrowser,
}) => {
  const { sam } = await supplier();
  await new SignInPage(await staffBrowser()).signIn(sam);
});

test('whoever takes too long over it begins again', async ({
  staffPortal: { staff, sql },
  staffBrowser,
  world,
}) => {
  const ann = await staff('Ann Assessor', 'assessor');
  const door = new SignInPage(await staffBrowser());
  const step = new CodePage(door.page);
  await door.open();
  await door.tries(ann);
  await step.arrives('Set up your second factor');
  const key = await step.readsKey();
  await sql`update sessions set created_at = created_at - interval '10 minutes'
    where person_id = ${ann.actor.personId}`;
  await step.gives(world.appCode(key), 'Finish and sign in');
  await door.arrives();
  await door.says('That took too long');
});
