import { expect, test } from '@/e2e/fixtures';
import { FiguresPage } from '@/e2e/pages/figures-page';

test('Max reads how one supplier’s applications went, and why more was asked for', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const ann = await world.staff('Ann Assessor', 'assessor');
  const max = await world.staff('Max Manager', 'manager');
  const staff = { assessor: ann, second: max };
  const asked = await world.caseAt('requested', larch, staff);
  const decided = await world.caseAt('approved', larch, staff);

  const figures = new FiguresPage(await signIn(max));
  const own = `?supplier=${larch.id}`;
  await figures.waitsFor('Received', '2 declarations', own);
  await expect(figures.figure('Decided')).toContainText('1 application');
  await expect(figures.figure('Approved first time')).toContainText('100%');
  await expect(figures.figure('Working days to the first response')).toContainText(
    '0 working days',
  );

  await figures.figure('Decided').click();
  await figures.lands('Decisions');
  await expect(figures.row(decided)).toContainText('Ann Assessor');
  await expect(figures.row(asked)).toHaveCount(0);

  await figures.opensWhy(own);
  const reasons = figures.chart('Reasons');
  await expect(reasons).toContainText('Q.3');
  await reasons.getByRole('link', { name: /^Q\.3/ }).first().click();
  await figures.lands('Reasons for asking for more');
  await expect(figures.row(asked)).toContainText('Q.3');
});

test('an impossible time is answered in words, and what was typed stays @desktop', async ({
  world,
  signIn,
}) => {
  const max = await world.staff('Max Manager', 'manager');
  const figures = new FiguresPage(await signIn(max));
  await figures.opensFlow();
  await figures.filters({ Time: 'The months I enter', 'First month': '13 2026', 'Last month': '' });
  await figures.says('The first month must be a real month');
  await expect(figures.page.getByLabel('First month', { exact: true })).toHaveValue('13 2026');
  await figures.filters({ 'First month': '3 2026', 'Last month': '5 2026' });
  await figures.says('Shown: 1 March 2026 to 31 May 2026');
});

test('Max opens the report of a month, and goes to the month before @desktop', async ({
  world,
  signIn,
}) => {
  const max = await world.staff('Max Manager', 'manager');
  const figures = new FiguresPage(await signIn(max));
  await figures.opensFlow();
  await figures.page.getByRole('link', { name: 'Monthly report' }).click();
  await figures.lands('Report of ');
  const heading = figures.page.getByRole('heading', { level: 1 });
  const last = await heading.textContent();
  await expect(figures.row('Declarations received')).toBeVisible();
  const pdf = (await figures.page.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
  await figures.page
    .getByRole('link', { name: /^Previous|page$/ })
    .first()
    .click();
  await expect(heading).not.toHaveText(last ?? '');
  await figures.page.goto('/manage/report?month=2026-13');
  await figures.says('That is no month of a report');
});
