import { expect, test } from '@/e2e/fixtures';
import { AbsencePage } from '@/e2e/pages/absence-page';
import { AccountPage } from '@/e2e/pages/account-page';
import { QueuePage } from '@/e2e/pages/queue-page';
import { SignInPage } from '@/e2e/pages/sign-in-page';
import { londonDate } from '@/lib/domain/clock';
import { addDays, formatPlainDate } from '@/lib/domain/dates';
import { paths } from '@/lib/paths';

const back = addDays(londonDate(new Date()), 9);

test('Ann sets her absence, her case goes back, and a manager has her back @desktop', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const ann = await world.staff(`Ann ${larch.odsCode}`, 'assessor');
  const mo = await world.staff('Mo Manager', 'manager');
  const reference = await world.caseAt('taken', larch, { assessor: ann, second: mo });

  const own = await new AbsencePage(await signIn(ann)).openOwn();
  await own.sets(addDays(back, -20));
  await own.says('The first day back must be after today');
  await own.sets(back);
  await own.says('Your absence is set', `Until ${formatPlainDate(back)}`);

  const queue = new QueuePage(own.page);
  await queue.page.goto(`${paths.assess}?tab=unassigned&text=${reference}`);
  await queue.says(reference);
  await queue.press('Take next');
  await queue.says('You are absent, so nothing new is given to you');

  const person = await new AbsencePage(await signIn(mo)).openOf(ann);
  await person.says(`They are absent until ${formatPlainDate(back)}`);
  await person.page.goto(`${paths.people}?state=absent&role=assessor`);
  await expect(person.main.getByRole('row').filter({ hasText: ann.email })).toContainText(
    `Absent until ${formatPlainDate(back)}`,
  );
  await person.page.goto(`${paths.manage}?tab=unassigned`);
  await expect(
    person.page.getByLabel('Reassign the selected applications to').locator('option', {
      hasText: ann.name,
    }),
  ).toHaveText(`${ann.name} (absent until ${formatPlainDate(back)})`);
  await person.openOf(ann);
  await person.press('End absence today');
  await person.says('The absence has ended');
});

test('a manager signs Chris out everywhere, who signs in again', async ({ world, signIn }) => {
  const larch = await world.supplier();
  const account = await new AccountPage(await signIn(larch.chris)).open();
  const mo = new AbsencePage(await signIn(await world.staff('Mo Manager', 'manager')));
  await mo.openOf(larch.chris);
  await mo.press('Sign this person out');
  await mo.says('This person is signed out everywhere', 'Last sign-in');
  await account.page.goto(paths.account);
  const door = await new SignInPage(account.page).arrives();
  await door.tries(larch.chris);
  await expect(account.page).toHaveURL(new RegExp(`${paths.account}$`));
  await account.open();
});
