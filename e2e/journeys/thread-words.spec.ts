import { expect, test } from '@/e2e/fixtures';
import { AccountPage } from '@/e2e/pages/account-page';
import { SignInPage } from '@/e2e/pages/sign-in-page';
import { CaseThreadPage, ThreadPage } from '@/e2e/pages/thread-page';

test('words typed when a session had ended come back, and can be sent @desktop', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const reference = await world.submitted(larch, {});
  const page = await signIn(larch.sam);
  const thread = await new ThreadPage(page).open(reference);
  await (await new AccountPage(await page.context().newPage()).open()).signsOut();
  await thread.about.selectOption('isms');
  await thread.sends('Typed while nobody was signed in.');
  await (await new SignInPage(page).arrives()).tries(larch.sam);
  await thread.arrives();
  await thread.says('What you typed before was not sent.');
  await expect(thread.text).toHaveValue('Typed while nobody was signed in.');
  await expect(thread.about).toHaveValue('isms');
  await thread.press('Send');
  await thread.holds(/About Q\.4.+Typed while nobody/s);
  await thread.open(reference);
  await expect(thread.text).toHaveValue('');
  await thread.neverSays('What you typed before was not sent.');
});

test('who may write no longer is told so, and loses no word @desktop', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const ann = await world.staff('Ann Assessor', 'assessor');
  const reference = await world.caseAt('taken', larch, { assessor: ann, second: ann });
  const thread = await new ThreadPage(await signIn(larch.chris)).open(reference);
  const desk = await new CaseThreadPage(await signIn(ann)).open(reference);
  await world.giveRoles(larch.chris, 'administrator');
  await world.giveRoles(ann, 'manager');
  await thread.sends('Typed by a contributor of old.');
  await thread.says(
    ...['What you typed was not sent', 'Typed by a contributor of old.'],
    'talk to a contributor or signatory',
  );
  await desk.sends('Typed by an assessor of old.');
  await desk.says('What you typed was not sent', 'Typed by an assessor of old.');
  await desk.says('Any assessor without a conflict of interest can answer.');
  await desk.open(reference);
  await expect(desk.main.getByRole('list')).toHaveCount(0);
});

test('a manager who reads a question gives the case to somebody who answers @desktop', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const mo = await world.staff('Mo Manager', 'manager');
  const reference = await world.submitted(larch, {});
  const desk = await new CaseThreadPage(await signIn(mo)).open(reference);
  await desk.says('Any assessor without a conflict of interest can answer.');
  await desk.follow('Give the application to an assessor');
  await desk.says(reference, 'Reassign the selected applications to');
});
