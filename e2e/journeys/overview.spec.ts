import { expect, test } from '@/e2e/fixtures';
import { OverviewPage } from '@/e2e/pages/overview-page';

test('Max opens the lists behind the numbers of the day', async ({ world, signIn }) => {
  const larch = await world.supplier();
  const ann = await world.staff('Ann Assessor', 'assessor');
  const max = await world.staff('Max Manager', 'manager');
  const staff = { assessor: ann, second: max };
  const [ours, theirs] = [
    await world.caseAt('taken', larch, staff),
    await world.caseAt('requested', larch, staff),
  ];
  for (const reference of [ours, theirs]) await world.makeOldest(reference);

  const overview = await new OverviewPage(await signIn(max)).open();
  const labels = [
    ...['Late', 'Due within 2 working days', 'Unassigned'],
    ...['Waiting for a second person', 'Supplier is late'],
  ];
  for (const label of labels) await expect(overview.figure(label)).toBeVisible();

  await overview.opensFigure('Late');
  await overview.showsDue('late');
  await expect(overview.row(ours)).toContainText('late');
  await expect(overview.row(theirs)).toHaveCount(0);

  await overview.opensTab('Waiting for supplier');
  await overview.showsDue('late');
  await overview.says('Nothing in this list is past the assessor’s due date.');
  await overview.choosesDue('supplier_late');
  await expect(overview.row(theirs)).toContainText('late');

  await overview.opensFigure('Supplier is late');
  await expect(overview.row(theirs)).toBeVisible();
  await expect(overview.row(ours)).toHaveCount(0);
});
