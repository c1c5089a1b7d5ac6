import { expect, test } from '@/e2e/fixtures';
import { CasePage } from '@/e2e/pages/case-page';
import { ManagePeople } from '@/e2e/pages/manage-people';
import { QueuePage } from '@/e2e/pages/queue-page';
import { paths } from '@/lib/paths';

test('an empty list names no button that its reader does not have @desktop', async ({
  world,
  signIn,
}) => {
  const ann = await world.staff('Ann Assessor', 'assessor');
  const max = await world.staff('Max Manager', 'manager');
  const anns = await new QueuePage(await signIn(ann)).open();
  await anns.says('You have no applications. Use ‘Take next’ to get the one that is due first.');
  const maxs = await new QueuePage(await signIn(max)).open();
  await maxs.says('You have no applications.');
  await expect(maxs.main).not.toContainText('Take next');
});

test('what worked before is not said beside what failed since', async ({ world, signIn }) => {
  const larch = await world.supplier();
  const max = await world.staff('Max Manager', 'manager');
  const office = new ManagePeople(await signIn(max));
  await office.page.goto(paths.person(larch.chris.actor.personId));
  const saved = office.main.getByText('The roles are saved');

  await office.changesRoles(['administrator']);
  await expect(saved).toBeVisible();
  await office.page.getByRole('checkbox', { name: 'Administrator' }).uncheck();
  await office.press('Save roles');
  await expect(office.main.locator('.nhsuk-error-summary')).toContainText('at least one role');
  await expect(saved).toBeHidden();
});

test('a link that is shown once stays, whatever fails since @js', async ({ world, signIn }) => {
  const larch = await world.supplier();
  const max = await world.staff('Max Manager', 'manager');
  const office = new ManagePeople(await signIn(max));
  await office.page.goto(paths.person(larch.chris.actor.personId));

  await office.press('Make a link to set a password');
  await office.linkToPassOn(larch.chris.name);
  await office.page.getByRole('checkbox', { name: 'Contributor' }).uncheck();
  await office.press('Save roles');
  await office.refuses('Select at least one role');
  await expect(office.main.getByText('/set-password/')).toBeVisible();
});

test('a note to the supplier is asked for where it is sent', async ({ world, signIn }) => {
  const larch = await world.supplier();
  const ann = await world.staff('Ann Assessor', 'assessor');
  const max = await world.staff('Max Manager', 'manager');
  const reference = await world.caseAt('taken', larch, { assessor: ann, second: max });
  const review = await new CasePage(await signIn(ann)).open(reference);
  const note = review.question('isms').getByLabel('Note to the supplier');

  await expect(note).toBeHidden();
  await review.fills('isms', { verdict: 'not_met', note: 'No audit has been held.' });
  await expect(note).toBeVisible();
  await review.judges('isms', { verdict: 'sufficient' });
  await expect(review.question('isms')).not.toContainText('No audit has been held.');
});

test('a note for staff is saved along with the verdict', async ({ world, signIn }) => {
  const larch = await world.supplier();
  const ann = await world.staff('Ann Assessor', 'assessor');
  const max = await world.staff('Max Manager', 'manager');
  const reference = await world.caseAt('taken', larch, { assessor: ann, second: max });
  const review = await new CasePage(await signIn(ann)).open(reference);
  const question = review.question('isms');

  await question.getByText('Note for staff with the verdict on Q.4').click();
  await question.getByLabel('Note for staff').first().fill('Rang them about the audit.');
  await review.judges('isms', { verdict: 'sufficient' });
  await expect(question.locator('.app-staff-only__note')).toContainText('Rang them');
});
