import { readFileSync } from 'node:fs';
import { expect, type Locator } from '@playwright/test';
import { QUEUE_DUES, type QueueDue } from '@/lib/domain/queue';
import { paths } from '@/lib/paths';
import { Screen } from './screen';

/** /manage: the numbers of the day, and everybody's applications below them. */
export class OverviewPage extends Screen {
  async open(): Promise<this> {
    await this.page.goto(paths.manage);
    return this.arrivesAt('Overview');
  }

  /** A number as it is read out: its label, then how many. */
  figure = (label: string): Locator =>
    this.main
      .getByRole('list', { name: 'What matters today' })
      .getByRole('link', { name: new RegExp(`^${label}, [\\d,]+\\+? applications?$`) });

  row = (reference: string): Locator => this.main.getByRole('row').filter({ hasText: reference });

  /** Follows the one thing to do about an application that comes first. */
  async doesFirst(reference: string, act: string): Promise<void> {
    await this.main.getByRole('link', { name: `${act} (${reference})` }).click();
  }

  /** Follows one of the sentences below them to its page. */
  async seesMore(of: string): Promise<void> {
    await this.main.getByRole('link', { name: `See more ${of}` }).click();
  }

  /** Follows a number to the list behind it. */
  async opensFigure(label: string): Promise<void> {
    await this.figure(label).click();
    await expect(this.page).toHaveURL(/#applications$/);
    await expect(this.main.getByRole('heading', { name: 'Applications' })).toBeInViewport();
  }

  async showsDue(due: QueueDue): Promise<void> {
    await expect(this.page.getByLabel('Due', { exact: true })).toHaveValue(due);
  }

  /** Filters by hand, through the form above the table. */
  async choosesDue(due: QueueDue): Promise<void> {
    await this.page.getByLabel('Due', { exact: true }).selectOption(QUEUE_DUES[due].label);
    await this.page.getByRole('button', { name: 'Apply filters' }).click();
    await expect(this.page).toHaveURL(new RegExp(`due=${due}`));
    await this.showsDue(due);
  }

  async opensTab(label: string): Promise<void> {
    const tabs = this.main.getByRole('navigation', { name: 'Views of the queue' });
    const tab = tabs.getByRole('link', { name: label });
    await tab.click();
    await expect(tab).toHaveAttribute('aria-current', 'page');
  }

  /** Follows a download, and answers the file's name and what it holds. */
  async downloads(link: string): Promise<{ name: string; bytes: Buffer }> {
    const begun = this.page.waitForEvent('download');
    await this.main.getByRole('link', { name: link }).click();
    const file = await begun;
    return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
  }
}
