import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Locator, type Page, test } from '@playwright/test';
import type axe from 'axe-core';

// The small one: every page that is looked over is sent it anew.
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Whether this run's browsers have JavaScript. */
export const hasJavaScript = (): boolean => test.info().project.use.javaScriptEnabled !== false;

/** Axe finds nothing wrong with the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  // A link that scrolled under the mouse is looked at as everybody sees it, not as it is pointed at.
  await page.mouse.move(0, 0);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const found = await page.evaluate(async (values) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      runOnly: { type: 'tag', values },
      resultTypes: ['violations'],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`);
  }, TAGS);
  expect(found, `axe on ${page.url()}`).toEqual([]);
}

/** What holds for every page of the portal, whichever it is. */
export async function expectWholePage(page: Page): Promise<void> {
  await expect(page.locator('h1')).toHaveCount(1);
  await expect(page.locator('main#maincontent')).toHaveCount(1);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page).toHaveTitle(/^.+ – .+ – NHS$/);
}

/** A page of the portal: what it says, and what a person does there. */
export abstract class Screen {
  /** Whether the title says 'Error:' too; with several forms on one page it does not yet. */
  protected readonly titled: boolean = true;

  constructor(readonly page: Page) {}

  get main(): Locator {
    return this.page.getByRole('main');
  }

  /** Waits for the page of this heading, and looks it over. */
  protected async arrivesAt(heading: string | RegExp): Promise<this> {
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText(heading);
    await expectWholePage(this.page);
    if (hasJavaScript()) await expectAccessible(this.page);
    return this;
  }

  press = (name: string | RegExp) =>
    this.pressed(this.main.getByRole('button', { name, exact: typeof name === 'string' }));

  /** Presses a button, and waits until the portal has answered or the page itself says no. */
  protected async pressed(button: Locator): Promise<void> {
    const answered = this.page.waitForResponse(
      (response) => response.request().method() === 'POST' && !/autosave$/.test(response.url()),
    );
    await button.click();
    // A summary that stood there before the press has lost the focus to the button.
    const refused = this.page.locator('.nhsuk-error-summary:focus').waitFor();
    // Whichever comes second may come too late for anybody to listen.
    for (const either of [answered, refused]) either.catch(() => undefined);
    await Promise.race([answered, refused]);
  }

  async follow(name: string | RegExp): Promise<void> {
    await this.main.getByRole('link', { name }).first().click();
  }

  async says(...words: (string | RegExp)[]): Promise<void> {
    for (const text of words) await expect(this.main).toContainText(text);
  }

  async neverSays(...words: string[]): Promise<void> {
    const html = await this.page.content();
    for (const text of words) expect(html, `the page must not hold '${text}'`).not.toContain(text);
  }

  /** The summary, the field and the title all say what is wrong; the summary has the focus. */
  async refuses(...messages: (string | RegExp)[]): Promise<void> {
    const summary = this.page.locator('.nhsuk-error-summary');
    await expect(summary).toBeVisible();
    await expect(summary.getByRole('listitem')).toHaveText(messages);
    if (this.titled) await expect(this.page).toHaveTitle(/^Error: /);
    // Without a script a browser leaves the focus alone where the address names a place.
    if (hasJavaScript() || !this.page.url().includes('#')) await expect(summary).toBeFocused();
    for (const link of await summary.getByRole('link').all()) {
      const [message, target] = [await link.textContent(), await link.getAttribute('href')];
      const beside = this.page.locator('.nhsuk-error-message', { hasText: message ?? '' });
      await expect(beside).toBeVisible();
      await expect(this.page.locator(`[id="${target?.slice(1)}"]`)).toBeVisible();
    }
    if (hasJavaScript()) await expectAccessible(this.page);
  }
}
