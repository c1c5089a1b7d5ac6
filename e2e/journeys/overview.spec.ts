import { expect, test } from '@/e2e/fixtures';
import { AuditPage } from '@/e2e/pages/audit-page';
import { OverviewPage } from '@/e2e/pages/overview-page';
import { paths } from '@/lib/paths';

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

test('Max is told what to do first, and goes there', async ({ world, signIn }) => {
  const larch = await world.supplier();
  const ann = await world.staff('Ann Assessor', 'assessor');
  const max = await world.staff('Max Manager', 'manager');
  const reference = await world.caseAt('recommended', larch, { assessor: ann, second: max });
  // Before whatever other tests have made the oldest.
  await world.sql`update applications set due_on = '2019-01-31' where reference = ${reference}`;

  const overview = await new OverviewPage(await signIn(max)).open();
  await overview.doesFirst(reference, 'Confirm or send back');
  await expect(overview.page).toHaveURL(new RegExp(`${paths.caseConfirm(reference)}$`));
  await overview.open();
  await overview.seesMore('of what lapses');
  await expect(overview.page).toHaveURL(new RegExp(`${paths.lapses}$`));
});

test('Max takes the numbers of the day away, which is noted', async ({ world, signIn }) => {
  const { odsCode } = await world.supplier();
  const max = await world.staff(`Max ${odsCode}`, 'manager');
  const overview = await new OverviewPage(await signIn(max)).open();

  const csv = await overview.downloads('CSV of these numbers');
  expect(csv.name).toMatch(/^applications-now-made-\d{4}-\d\d-\d\d\.csv$/);
  const lines = csv.bytes.toString('utf8').trim().split('\r\n');
  expect(lines[0]).toBe('Group,What,Applications');
  for (const row of ['Today,Late', 'Today,Supplier is late', 'By status,Submitted'])
    expect(lines).toContainEqual(expect.stringMatching(new RegExp(`^${row},\\d+\\+?$`)));

  const xlsx = await overview.downloads('Excel (XLSX) of these numbers');
  expect(xlsx.name).toMatch(/\.xlsx$/);
  expect(xlsx.bytes.subarray(0, 2).toString()).toBe('PK');

  const audit = await new AuditPage(overview.page).open();
  await audit.searches({ 'About the person': max.name, What: 'Figures exported' });
  await audit.shows(['Figures exported', max.name], ['Figures exported', max.name]);
  await audit.opens('Figures exported');
  await audit.says('applications-now', 'xlsx');
});
