import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from '@/e2e/fixtures';
import { renderedCharts } from '@/e2e/fixtures/charts';
import { expectAccessible } from '@/e2e/pages/screen';
import { paths } from '@/lib/paths';

const CHARTS = ['none', 'one', 'twelve', 'sixty', 'thousandfold', 'zeros'];
const PARTS = ['parts', 'wrong parts'];
const LOOKS = {
  wide: { width: 1280 },
  narrow: { width: 320 },
  // A4 upright, less its margins.
  print: { width: 680, media: 'print' },
  forced: { width: 1280, forcedColors: 'active' },
} as const;

const SHEETS = ['charts/charts.css', 'dashboards/dashboards.css', 'queue/queue.css'];
const sheet = SHEETS.map((name) =>
  readFileSync(new URL(`../../components/${name}`, import.meta.url), 'utf8'),
).join('');
let charts: Map<string, string>;
test.beforeAll(async () => {
  charts = await renderedCharts();
});

/** A page with a case of every chart and nothing else, under the portal's own sheets. */
async function openCharts(page: Page, name: string, look: keyof typeof LOOKS): Promise<void> {
  const { width, ...media } = { media: null, forcedColors: null, ...LOOKS[look] };
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia(media);
  await page.goto(paths.privacy);
  const links = await page
    .locator('link[rel=stylesheet]')
    .evaluateAll((all) => all.map((each) => each.outerHTML).join(''));
  // At an address of the portal's own, so that its sheets are let in, and with no policy for ours.
  await page.route('**/charts-in-a-test', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Charts</title>${links}<style>${sheet}</style></head>
        <body><div class="nhsuk-width-container"><main class="nhsuk-main-wrapper"><h1>Charts</h1>${charts.get(name)}</main></div></body></html>`,
    }),
  );
  await page.goto('/charts-in-a-test');
}

/** What of the charts' writing cannot be read: it leaves the page, or lies on other writing. */
const unreadable = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    for (const chart of document.querySelectorAll('.app-chart')) {
      const boxes = [...chart.querySelectorAll('text, .app-chart__ticks > span')]
        .map((element) => ({ text: element.textContent, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0);
      const frame = chart.getBoundingClientRect();
      boxes.forEach(({ text, box }, index) => {
        if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1)
          found.push(`${chart.id}: ${text} leaves the chart`);
        for (const other of boxes.slice(index + 1))
          if (
            box.left < other.box.right - 1 &&
            other.box.left < box.right - 1 &&
            box.top < other.box.bottom - 3 &&
            other.box.top < box.bottom - 3
          )
            found.push(`${chart.id}: ${text} lies on ${other.text}`);
      });
    }
    return found;
  });

/** Bars of something that are too thin to be seen. */
const hidden = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const boxes = [...document.querySelectorAll('.app-chart__frame rect.app-chart__bar')].map(
      (bar) => (bar as SVGGraphicsElement).getBBox(),
    );
    return boxes.filter(({ width, height }) => width < 2 || height < 2).length;
  });

for (const name of [...CHARTS, ...PARTS])
  test(`${name}: what is drawn can be read everywhere`, async ({ page }, info) => {
    for (const look of Object.keys(LOOKS) as (keyof typeof LOOKS)[]) {
      await openCharts(page, name, look);
      // To be looked at, after any change, under test-results.
      await page.screenshot({ path: info.outputPath(`${look}.png`), fullPage: true });
      expect(await unreadable(page), look).toEqual([]);
      expect(await hidden(page), `${look}: bars that cannot be seen`).toBe(0);
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wider, `${look} scrolls sideways`).toBeLessThanOrEqual(0);
      // Axe knows nothing of forced colours, nor of paper.
      if (look !== 'wide' && look !== 'narrow') continue;
      // With the tables open it finds the charts too: they stay above them.
      for (const each of await page.getByText('The numbers as a table').all()) await each.click();
      await expectAccessible(page);
    }
  });

test('numbers of a few stand above their bars, the small ones too', async ({ page }) => {
  for (const look of ['wide', 'narrow'] as const) {
    await openCharts(page, 'thousandfold', look);
    const texts = await page.locator(`#received .app-chart__number:visible`).allTextContents();
    expect(texts.sort(), look).toEqual([...Array(11).fill('4'), '4,000'].sort());
  }
});

test('what is drawn is told apart without colour', async ({ page }) => {
  for (const look of ['wide', 'forced'] as const) {
    await openCharts(page, 'twelve', look);
    const fills = await page
      .locator('#split .app-chart__key rect.app-chart__bar')
      .evaluateAll((all) => all.map((bar) => getComputedStyle(bar).fill));
    expect(new Set(fills).size, look).toBe(4);
    const dashes = await page
      .locator('#days .app-chart__key line')
      .evaluateAll((all) => all.map((line) => getComputedStyle(line).strokeDasharray));
    expect(new Set(dashes).size, look).toBe(3);
  }
});
