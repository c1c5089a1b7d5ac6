import { expect, type Locator } from '@playwright/test';
import { paths } from '@/lib/paths';
import { Screen } from './screen';

/** /manage/who: what each assessor has, and the way to give it to others. */
export class WhoPage extends Screen {
  async open(): Promise<this> {
    await this.page.goto(paths.manageWho);
    return this.arrives();
  }

  arrives = (): Promise<this> => this.arrivesAt('Who has what');

  private row(name: string): Locator {
    const table = this.main.getByRole('table', { name: 'Assessors, who has most to do first' });
    return table.getByRole('row').filter({ hasText: name });
  }

  /** Some numbers of somebody's, by the headings of their columns. */
  async shows(name: string, numbers: Record<string, string>): Promise<void> {
    const headings = ['Assessor', 'Open', 'Late', 'Due soon'];
    for (const [heading, number] of Object.entries(numbers)) {
      const cell = this.row(name).locator('th, td').nth(headings.indexOf(heading));
      await expect(cell).toContainText(number);
    }
  }

  async reassignsAllOf(name: string): Promise<void> {
    await this.row(name)
      .getByRole('link', { name: `Reassign what ${name} has` })
      .click();
  }
}
