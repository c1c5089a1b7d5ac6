import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { type BrowserCases, browserCases } from '@/bin/browser-cases';
import { type BrowserCast, browserCast, type Person } from '@/bin/browser-cast';
import { type BrowserRecords, browserRecords } from '@/bin/browser-records';
import { type BrowserSessions, browserSessions } from '@/bin/browser-session';
import { type BrowserSpotChecks, browserSpotChecks } from '@/bin/browser-spot-checks';

type World = BrowserCast & BrowserCases & BrowserRecords & BrowserSessions & BrowserSpotChecks;

type Fixtures = {
  /** A browser of its own, in which nobody has signed in. */
  newBrowser: () => Promise<Page>;
  /** A browser of its own in which this person has signed in, at no page yet. */
  signIn: (person: Person) => Promise<Page>;
};

/** What a test of a page is given. */
export type Given = Fixtures & { world: World };

/** Every test makes its own people and applications in `world`, so that tests run side by side. */
export const test = base.extend<Fixtures, { world: World }>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern.
    async ({}, use) => {
      const address = process.env.E2E_SUPERUSER_URL;
      if (!address) throw new Error('Run the browser tests by npm test -- e2e [filter].');
      const cast = browserCast(address);
      const made = { ...browserCases(cast), ...browserRecords(cast), ...browserSessions(cast) };
      await use({ ...cast, ...made, ...browserSpotChecks(cast) });
      await cast.end();
    },
    { scope: 'worker' },
  ],

  newBrowser: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext();
      contexts.push(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },

  signIn: async ({ newBrowser, world, baseURL }, use) => {
    await use(async (person) => {
      const page = await newBrowser();
      await page.context().addCookies([await world.sessionOf(person, baseURL ?? '')]);
      return page;
    });
  },
});

export { expect };
