import type { Page } from '@playwright/test';
import type { Places, Who } from '@/e2e/fixtures/audience';

/** One state of a page: who looks, where, and what they did first. */
export type State = {
  name: string;
  who: Who;
  at: (places: Places) => string;
  then?: (page: Page) => Promise<void>;
};

/** Presses a button of the page as it stands, so that its form says what is missing. */
export const presses = (button: string) => async (page: Page) => {
  await page.getByRole('main').getByRole('button', { name: button, exact: true }).first().click();
  await page.locator('.nhsuk-error-summary').waitFor();
};

/** Follows a link of the page as it stands. */
export const follows = (link: RegExp) => async (page: Page) => {
  await page.getByRole('main').getByRole('link', { name: link }).first().click();
  await page.waitForURL(/\?/);
};

/** Words a point anew and goes on to what would change. */
export const changesGuidance = async (page: Page) => {
  await page.getByLabel('Point 1', { exact: true }).fill('Who checks, by name and by role');
  await page.getByLabel('Why do you change it?').fill('Suppliers asked');
  await page.getByRole('button', { name: 'See what changes' }).click();
  await page.waitForURL(/\/check$/);
};

/** Uploads bank holidays that would change something, and goes on to what that is. */
export const uploadsHolidays = async (page: Page) => {
  const events = [
    { date: '2031-06-30', title: 'A day that was proclaimed' },
    { date: '2031-12-25', title: 'Christmas Day' },
    { date: '2031-12-27', title: 'A day on a weekend' },
  ];
  const buffer = Buffer.from(JSON.stringify({ 'england-and-wales': { events } }));
  const file = { name: 'bank-holidays.json', mimeType: 'application/json', buffer };
  await page.getByLabel('Select the file').setInputFiles(file);
  await page.getByRole('button', { name: 'Upload' }).click();
  await page.waitForURL(/\/check$/);
};

export const state = (name: string, who: Who, at: State['at'], then?: State['then']): State => ({
  ...{ name, who, at },
  ...(then && { then }),
});
