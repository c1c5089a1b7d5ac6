import { expect, test } from '@/e2e/fixtures';
import { AccountPage } from '@/e2e/pages/account-page';
import { ManagePeople } from '@/e2e/pages/manage-people';
import { QuestionPage } from '@/e2e/pages/question-page';
import { SignInPage } from '@/e2e/pages/sign-in-page';
import { SupplierHome } from '@/e2e/pages/supplier-home';
import { paths } from '@/lib/paths';

const TYPED = { choice: 'no', details: 'Typed while the session had ended already.' };

test('words typed when a session had ended come back to their owner', async ({ world, signIn }) => {
  const larch = await world.supplier();
  const reference = await world.draft(larch);
  const question = await new QuestionPage(await signIn(larch.sam), 'euo-process').open(reference);
  await new AccountPage(await signIn(larch.sam)).open().then((page) => page.endsTheOtherSession());

  await question.types(TYPED);
  await question.saves();
  const door = await new SignInPage(question.page).arrives();
  await door.says('Sign in to continue where you were.');
  const address = question.page.url();

  // A colleague at the same browser, at the same address, gets none of them.
  await door.tries(larch.chris);
  await expect(question.page).toHaveURL(new RegExp(paths.question(reference, 'euo-process')));
  await question.arrives();
  await question.neverSays(TYPED.details);
  await new AccountPage(question.page).signsOut();

  await question.page.goto(address);
  await door.tries(larch.sam);
  await question.arrives();
  await question.says('You were signed out while you were typing.');
  await question.holds(TYPED);
  await question.saves();
  await expect(question.page).toHaveURL(/isms$/);
  await question.open(reference);
  await question.holds(TYPED);
  await question.neverSays('You were signed out while you were typing.');
});

test('words typed in one tab outlive signing out in another @desktop', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const reference = await world.draft(larch);
  const page = await signIn(larch.sam);
  const question = await new QuestionPage(page, 'euo-process').open(reference);
  const other = await new AccountPage(await page.context().newPage()).open();
  await other.signsOut();
  await question.types(TYPED);
  await question.saves();
  const door = await new SignInPage(page).arrives();
  await door.tries(larch.sam);
  await question.arrives();
  await question.says('You were signed out while you were typing.');
  await question.holds(TYPED);
});

test('somebody sees where they are signed in, and ends it @desktop', async ({ world, signIn }) => {
  const larch = await world.supplier();
  const here = await new AccountPage(await signIn(larch.sam)).open();
  const there = await new SupplierHome(await signIn(larch.sam)).open();
  const abroad = await new SupplierHome(await signIn(larch.sam)).open();
  await here.open();
  await expect(here.main.getByRole('row')).toHaveCount(4);
  await expect(here.main.getByText('This one')).toHaveCount(1);
  await here.signsOutElsewhere();
  for (const { page } of [there, abroad]) {
    await page.goto(paths.apply);
    await expect(page).toHaveURL(`${paths.signIn}?return=${encodeURIComponent(paths.apply)}`);
  }
  await here.open();
  await expect(here.main.getByRole('row')).toHaveCount(2);
});

test('a copied cookie opens nothing once its owner signed out @desktop', async ({
  world,
  newBrowser,
}) => {
  const larch = await world.supplier();
  const page = await newBrowser();
  await new SignInPage(page).signIn(larch.sam);
  const thief = await newBrowser();
  await thief.context().addCookies(await page.context().cookies());
  await new SupplierHome(thief).open();
  await new AccountPage(page).open().then((account) => account.signsOut());
  await thief.goto(paths.apply);
  await new SignInPage(thief).arrives();
});

test('roles and deactivation count from the next click on @desktop', async ({ world, signIn }) => {
  const larch = await world.supplier();
  const max = await world.staff('Max Manager', 'manager');
  const office = new ManagePeople(await signIn(max));
  const chris = await signIn(larch.chris);
  await new SupplierHome(chris).open();
  await office.page.goto(paths.organisation(larch.id));
  await office.opens(larch.chris.name);

  await office.changesRoles(['administrator']);
  await chris.goto(paths.applyNew);
  await expect(chris.getByRole('heading', { level: 1 })).toHaveText('Page not found');
  await chris.goto(paths.colleagues);
  await expect(chris.getByRole('heading', { level: 1 })).toHaveText('Colleagues');

  await office.press('Deactivate this person');
  await office.says('This person is deactivated and signed out');
  await chris.goto(paths.colleagues);
  const door = await new SignInPage(chris).arrives();
  await door.tries(larch.chris);
  await door.refuses('Email address or password is wrong. Check both and try again');

  await office.press('Bring this person back');
  await office.says('This person can sign in again');
  await new SignInPage(chris).signIn(larch.chris);
});

test('a forgotten password is set anew by a link that works once @desktop', async ({
  world,
  signIn,
  newBrowser,
}) => {
  const larch = await world.supplier();
  const visitor = new SignInPage(await newBrowser());
  for (const email of [larch.chris.email, 'nobody.at.all@cast.example']) {
    await visitor.open();
    await visitor.follow('Ask for a new password');
    await visitor.says('We will tell whoever looks after your account');
    await visitor.page.getByLabel('Email address').fill(email);
    await visitor.press('Ask for a new password');
    await visitor.says('Your request was passed on', 'If that address has an account here');
  }
  const office = new ManagePeople(await signIn(larch.sam));
  await office.page.goto(paths.colleagues);
  await office.says('Asked for a new password');
  await office.opens(larch.chris.name);
  await office.press('Make a link to set a password');
  const link = await office.linkToPassOn(larch.chris.name);
  await visitor.page.goto(new URL(link).pathname);
  await visitor.page.getByLabel('Password', { exact: true }).fill('short');
  await visitor.press('Set password');
  await visitor.refuses('Password must be 12 characters or more');
  await visitor.page.getByLabel('Password', { exact: true }).fill('nine-brass-kettles-sing');
  await visitor.press('Set password');
  await visitor.arrives();
  await visitor.tries(larch.chris);
  await visitor.refuses('Email address or password is wrong. Check both and try again');
  await visitor.signIn({ ...larch.chris, password: 'nine-brass-kettles-sing' });
});
