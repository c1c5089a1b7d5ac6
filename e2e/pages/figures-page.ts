import { expect } from '@playwright/test';
import { paths } from '@/lib/paths';
import { Screen } from './screen';

/** /manage/flow and /manage/why: what managers count, and the cases behind it. */
export class FiguresPage extends Screen {
  async opensFlow(query = ''): Promise<void> {
    await this.page.goto(`${paths.manageFlow}${query}`);
    await this.arrivesAt('Flow');
  }

  async opensWhy(query = ''): Promise<void> {
    await this.page.goto(`${paths.manageWhy}${query}`);
    await this.arrivesAt('Why more was asked for');
  }

  /** The list behind a figure. */
  async lands(heading: string): Promise<void> {
    await this.arrivesAt(heading);
  }

  /** A number of all of this time, as it is read out. */
  figure = (label: string) =>
    this.main
      .getByRole('list', { name: 'In all of this time' })
      .getByRole('link', { name: new RegExp(`^${label}, `) });

  /** Figures come by a job, so a moment after what they tell of. */
  async waitsFor(label: string, words: string, query: string): Promise<void> {
    await expect(async () => {
      await this.opensFlow(query);
      await expect(this.figure(label)).toContainText(`${label}, ${words}`, { timeout: 500 });
    }).toPass();
  }

  row = (text: string) => this.main.getByRole('row').filter({ hasText: text });

  chart = (heading: string) => this.main.getByRole('figure', { name: heading });

  async filters(by: Record<string, string>): Promise<void> {
    for (const [label, value] of Object.entries(by)) {
      const field = this.main.getByLabel(label, { exact: true });
      if ((await field.getAttribute('type')) === 'text') await field.fill(value);
      else await field.selectOption(value);
    }
    // A form that only reads: no post to wait for.
    await this.main.getByRole('button', { name: 'Apply filters' }).click();
  }
}
