import { expect, test } from '@/e2e/fixtures';
import { AccountPage } from '@/e2e/pages/account-page';
import { CodePage } from '@/e2e/pages/code-page';
import { MessagesPage } from '@/e2e/pages/messages-page';
import { SignInPage } from '@/e2e/pages/sign-in-page';
import { paths } from '@/lib/paths';

test('a second factor is turned on, asked for, and got round by nobody', async ({
  world,
  signIn,
  newBrowser,
}) => {
  const ann = await world.staff('Ann Assessor', 'assessor');
  const page = new CodePage(await signIn(ann));
  await page.page.goto(paths.secondFactor);
  await page.press('Set up a second factor');
  await page.arrives('Set up your second factor');
  await expect(page.page.getByRole('img', { name: 'QR code with the key below' })).toBeVisible();
  const key = await page.readsKey();
  await page.gives('12345', 'Finish');
  await page.refuses('The code is 6 digits, for example 123456');
  expect(await page.readsKey()).toBe(key);
  // The present one: however slow the way to its second use, it is then not yet an old one.
  const first = world.appCode(key);
  await page.gives(first, 'Finish');
  const codes = await page.readsRecoveryCodes();
  await page.press('I have kept them');
  await page.arrives('Your second factor');
  await page.says('10 recovery codes left');
  await page.page.goto(paths.recoveryCodes);
  await page.neverSays(codes[0] ?? '');

  const door = new SignInPage(await newBrowser());
  const step = new CodePage(door.page);
  await door.open(`?return=${encodeURIComponent(paths.messages)}`);
  await door.tries(ann);
  await step.arrives('Enter your code');
  await step.page.goto(paths.assess);
  await step.arrives('Enter your code');
  await step.page.goto(`${paths.signIn}?return=${encodeURIComponent(paths.messages)}`);
  await step.gives(first);
  await step.says('That code was used already');
  await step.gives('000000');
  await step.refuses('That code is wrong. Enter the one that your app shows now');
  await step.gives(world.appCode(key, 30));
  await step.arrives('Messages');
  await step.page.goto(paths.signInCode);
  await expect(step.page).toHaveURL(new RegExp(`${paths.assess}$`));
  await step.page.goto(paths.account);
  await step.says('Password and authenticator app');
  await new AccountPage(step.page).signsOut();

  await door.open();
  await door.tries(ann);
  await step.follow('Use a recovery code instead');
  await step.arrives('Enter a recovery code');
  await step.gives((codes[0] ?? '').toLowerCase());
  await step.says('You signed in with a recovery code', '9 codes left');
  await new AccountPage(await step.page.context().newPage()).open();
  await new MessagesPage(step.page).waitsFor('One of your recovery codes was used');
});

test('a manager who proves it resets the second factor of somebody who lost it', async ({
  world,
  signIn,
  newBrowser,
}) => {
  const ann = await world.staff('Ann Assessor', 'assessor');
  const mo = await world.staff('Mo Manager', 'manager');
  const page = new CodePage(await signIn(mo));
  await page.page.goto(paths.person(ann.actor.personId));
  await page.says('Not set up');
  await page.page.goto(paths.personFactor(ann.actor.personId));
  await page.says('Ann Assessor has no second factor');

  await world.withFactor(ann);
  const door = new SignInPage(await newBrowser());
  const step = new CodePage(door.page);
  await door.open();
  await door.tries(ann);
  await step.arrives('Enter your code');
  await step.says('ask a manager at NHS England to reset your second factor');

  await page.page.goto(paths.person(ann.actor.personId));
  await page.follow('Reset second factor');
  await page.arrives('Reset second factor');
  // The page was opened in time; the press comes too late.
  await world.sql`update sessions set proved_at = proved_at - interval '5 minutes'
    where person_id = ${mo.actor.personId}`;
  await page.press('Reset second factor');
  await page.refuses('Enter why the second factor is reset');
  await page.page.getByLabel('Why do you reset it?').fill('Lost her phone, known by voice');
  await page.press('Reset second factor');
  // Once the field is there, an empty one is asked for.
  await page.refuses('Prove that it is you before you do this');
  await page.page.getByLabel('Your password', { exact: true }).fill('not the password');
  await page.press('Reset second factor');
  await page.refuses('That is wrong. Check it and try again');
  await expect(page.page.getByLabel('Why do you reset it?')).toHaveValue(/known by voice$/);
  await page.page.getByLabel('Your password', { exact: true }).fill(mo.password);
  await page.press('Reset second factor');
  await page.arrives('Ann Assessor');
  await page.says('The second factor is reset', 'Not set up');

  await step.page.goto(paths.signInCode);
  await expect(step.page).toHaveURL(/late=1/);
  await door.signIn(ann);
  const told = new MessagesPage(step.page);
  await told.waitsFor('Your second factor was reset');
  await told.neverSays('known by voice', 'Mo Manager');
});

test('a decision is confirmed only by somebody who just proved who they are', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const assessor = await world.staff('Ann Assessor', 'assessor');
  const second = await world.staff('Max Manager', 'manager');
  const reference = await world.caseAt('recommended', larch, { assessor, second });
  const page = new CodePage(await signIn(second));
  await page.page.goto(paths.caseConfirm(reference));
  await expect(page.page.getByLabel('Your password', { exact: true })).toHaveCount(0);
  // The page was opened in time; the press comes too late.
  await world.sql`update sessions set proved_at = proved_at - interval '5 minutes'
    where person_id = ${second.actor.personId}`;
  await page.press('Confirm decision');
  await page.refuses('Prove that it is you before you do this');
  await page.page.getByLabel('Your password', { exact: true }).fill('not the password');
  await page.press('Confirm decision');
  await page.refuses('That is wrong. Check it and try again');
  await page.page.getByLabel('Your password', { exact: true }).fill(second.password);
  await page.press('Confirm decision');
  await expect(page.page).toHaveURL(new RegExp(`${paths.assessment(reference)}$`));
  const [told] = await world.sql`select c.contents->>'provedBy' as by from events e
    join event_contents c on c.event_id = e.id join applications a on a.id = e.subject_id
    where a.reference = ${reference} and e.type = 'decision.confirmed'`;
  expect(told?.by).toBe('password');
});
