import { expect } from '@/e2e/fixtures';
import { test, WHO } from '@/e2e/fixtures/audience';
import { pageRoutes } from '@/e2e/routes';
import { paths } from '@/lib/paths';
import { ask, nowhere, sightOf, told } from './answers';
import { ACCESS } from './table';

test('the table has a row for every page, and no row too many', () => {
  expect(Object.keys(ACCESS).sort()).toEqual(pageRoutes());
});

for (const route of pageRoutes()) {
  test(`who sees ${route}`, async ({ audience }) => {
    const row = ACCESS[route];
    if (!row) throw new Error(`Add a row for ${route} to e2e/access/table.ts.`);
    const path = row.at(audience.places);
    const sights: [string, string][] = [];
    for (const who of WHO)
      sights.push([who, await sightOf(await ask(audience.contexts[who], path), path)]);
    expect(Object.fromEntries(sights)).toEqual(row.sees);
  });

  test(`whoever may not see ${route} learns nothing`, async ({ audience }) => {
    const row = ACCESS[route];
    const path = row?.at(audience.places) ?? '';
    const twin = nowhere(path);
    for (const who of WHO.filter((each) => row?.sees[each] === 'missing')) {
      const context = audience.contexts[who];
      const [real, none] = [await ask(context, path), await ask(context, twin)];
      expect(await told(real, path), `${who} at ${path}`).toEqual(await told(none, twin));
    }
  });
}

test('what is missing is a whole page with its own status', async ({ audience }) => {
  for (const who of WHO) {
    const page = await audience.contexts[who].newPage();
    const response = await page.goto(paths.application('DSI-2222-2222'));
    if (who === 'visitor') await expect(page).toHaveURL(/sign-in\?return=/);
    else {
      expect(response?.status()).toBe(404);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
    }
    await page.close();
  }
});
