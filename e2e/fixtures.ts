import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { type BrowserCases, browserCases } from '@/bin/browser-cases';
import { type BrowserCast, browserCast, type Person } from '@/bin/browser-cast';
import { type BrowserRecords, browserRecords } from '@/bin/browser-records';
import { SignInPage } from '@/e2e/pages/sign-in-page';

type World = BrowserCast & BrowserCases & BrowserRecords;

type Fixtures = {
  /** A browser of its own, in which nobody has signed in. */
  newBrowser: () => Promise<Page>;
  /** A browser of its own in which this person has signed in, through the page. */
  signIn: (person: Person) => Promise<Page>;
};

/** Every test makes its own people and applications in `world`, so that tests run side by side. */
export const test = base.extend<Fixtures, { world: World }>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names from the pattern.
    async ({}, use) => {
      const address = process.env.E2E_SUPERUSER_URL;
      if (!address) throw new Error('Run the browser tests by npm test -- e2e [filter].');
      const cast = browserCast(address);
      await use({ ...cast, ...browserCases(cast), ...browserRecords(cast) });
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

  signIn: async ({ newBrowser }, use) => {
    await use(async (person) => {
      const page = await newBrowser();
      await new SignInPage(page).signIn(person);
      return page;
    });
  },
});

export { expect };
