import { expect, test } from '@/e2e/fixtures';
import { LapsesPage } from '@/e2e/pages/lapses-page';

test('Max sees when approvals end and why, and takes the list away', async ({ world, signIn }) => {
  const larch = await world.supplier();
  const ann = await world.staff('Ann Assessor', 'assessor');
  const max = await world.staff('Max Manager', 'manager');
  const [reference] = [
    await world.caseAt('approved', larch, { assessor: ann, second: max }),
    await world.caseAt('approved', larch, { assessor: ann, second: max }),
  ];
  const lapses = await new LapsesPage(await signIn(max)).open();
  await lapses.says('stop being assured at once', 'a DSPT edition ends on 30 June');

  await lapses.asksFor('400');
  await lapses.says('Enter a number from 1 to 40');
  await expect(lapses.page).toHaveTitle(/^Error: What lapses/);
  await lapses.asksFor('1');
  await lapses.says('Ask next');
  const next = lapses.main.getByRole('table', { name: '1 approval by last day' });
  await expect(next.getByRole('row').filter({ hasText: 'DSI-' })).toHaveCount(1);

  // The file of what is shown is of the page that is shown.
  const firstPage = await lapses.downloads('CSV of these approvals');
  await lapses.main.getByRole('link', { name: 'Next' }).click();
  await expect(lapses.page).toHaveURL(/after=/);
  const shown = await next.getByRole('link', { name: /^DSI-/ }).textContent();
  const secondPage = await lapses.downloads('CSV of these approvals');
  expect(secondPage).toHaveLength(2);
  expect(secondPage[1]).toContain(shown?.slice(0, 13));
  expect(secondPage[1]).not.toBe(firstPage[1]);
  const whole = await lapses.downloads('CSV of all approvals of this list');
  expect(whole.slice(1, 3)).toEqual([firstPage[1], secondPage[1]]);

  await lapses.main
    .getByRole('link', { name: /^June \d{4}$/ })
    .last()
    .click();
  await lapses.says('Last day in June');
  const lines = await lapses.downloads('CSV of all approvals of this list');
  expect(lines[0]).toContain('Last day,Supplier,ODS code,Product,Application,Why');
  const [own] = lines.filter((line) => line.includes(reference));
  expect(own).toContain('DSPT edition ends');
  expect(own).toContain(larch.odsCode);
  expect((await lapses.downloads('CSV of the months'))[0]).toContain('Assessor hours');
});

test('Max opens what is behind the numbers of a supplier’s ledger', async ({ world, signIn }) => {
  const larch = await world.supplier();
  await world.liveEuos(larch, 3);
  const max = await world.staff('Max Manager', 'manager');
  const page = await new LapsesPage(await signIn(max)).open();
  await page.opensEuos();
  await page.finds(larch.odsCode);
  await page.waitsFor(larch.odsCode, [/^3 live/, ...Array(7).fill('0')]);
  const lines = await page.downloads('CSV of these suppliers');
  expect(lines.at(-1)).toContain(`${larch.odsCode},3,0,0`);
  await page.row(larch.odsCode).getByRole('link', { name: '3 live of' }).click();
  await expect(page.main.getByRole('row').filter({ hasText: 'Elm Surgery' })).toHaveCount(3);
});
