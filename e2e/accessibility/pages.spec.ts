import { expect } from '@/e2e/fixtures';
import { type Audience, test } from '@/e2e/fixtures/audience';
import { expectAccessible, expectWholePage } from '@/e2e/pages/screen';
import { pageRoutes } from '@/e2e/routes';
import { paths } from '@/lib/paths';
import type { State } from './state';
import { OTHER_STATES, usual } from './states';

/** Seen only on the way, between two posts: their journey looks them over. */
const ON_THE_WAY = [paths.signInCode, paths.signInSetUp, paths.recoveryCodes];
const standingRoutes = () => pageRoutes().filter((route) => !ON_THE_WAY.some((on) => on === route));

/** Opens a page in one of its states. */
async function openIn({ who, at, then }: State, { contexts, places }: Audience) {
  // One of each reader for all states: a new one would read every script anew.
  const [page = await contexts[who].newPage()] = contexts[who].pages();
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(at(places));
  await then?.(page);
  return page;
}

test('every state is that of a page that exists', () => {
  expect(pageRoutes()).toEqual(expect.arrayContaining(Object.keys(OTHER_STATES)));
});

for (const route of standingRoutes())
  for (const name of ['usual', ...(OTHER_STATES[route] ?? []).map((state) => state.name)])
    test(`${route}, ${name}, can be used by everybody`, async ({ audience }) => {
      const other = OTHER_STATES[route]?.find((state) => state.name === name);
      const page = await openIn(other ?? usual(route), audience);
      await expectWholePage(page);
      await expectAccessible(page);
      await page.setViewportSize({ width: 375, height: 812 });
      await expectAccessible(page);
      // 320 CSS pixels are also what 400 % zoom leaves of 1280.
      await page.setViewportSize({ width: 320, height: 800 });
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wider, `${page.url()} scrolls sideways at 320 pixels`).toBeLessThanOrEqual(0);
    });

test('no two pages have one title', async ({ audience: { contexts, places } }) => {
  const titles = new Map<string, string[]>();
  for (const route of standingRoutes()) {
    const { who, at } = usual(route);
    const html = await (await contexts[who].request.get(at(places))).text();
    const title = /<title>([^<]+)<\/title>/.exec(html)?.[1];
    expect(title, `${route} has a title`).toBeDefined();
    titles.set(title ?? '', [...(titles.get(title ?? '') ?? []), route]);
  }
  expect([...titles].filter(([, routes]) => routes.length > 1)).toEqual([]);
});

test('the skip link leads past the menus', async ({ audience }) => {
  const page = await audience.contexts.owner.newPage();
  await page.goto(paths.apply);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to main content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('main#maincontent')).toBeFocused();
  await page.close();
});

test('the head of a case never hides what has the focus', async ({ audience }) => {
  const page = await audience.contexts.assessor.newPage();
  await page.goto(paths.assessment(audience.places.cases.taken));
  const hidden: string[] = [];
  for (let stop = 0; stop < 150; stop += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const element = document.activeElement;
      const head = document.querySelector('.app-case-head')?.getBoundingClientRect();
      if (!element || element === document.body || !head) return null;
      if (element.closest('.app-case-head')) return '';
      const label = element.id ? document.querySelector(`label[for="${element.id}"]`) : null;
      const { top, bottom } = (label ?? element).getBoundingClientRect();
      const below = getComputedStyle(document.querySelector('.app-case-head') as Element).position;
      const covered = below === 'sticky' && head.top <= 0 && top < head.bottom && bottom > head.top;
      return covered ? element.outerHTML.slice(0, 120) : '';
    });
    if (found === null) break;
    if (found) hidden.push(found);
  }
  expect(hidden).toEqual([]);
  await page.close();
});
