import { expect } from '@playwright/test';
import { paths } from '@/lib/paths';
import { Screen } from './screen';

/** /manage/reassign: what would move to whom, before it does. */
export class ReassignPage extends Screen {
  async open(query: string): Promise<this> {
    await this.page.goto(`${paths.reassign}?${query}`);
    return this.arrives();
  }

  arrives = (): Promise<this> => this.arrivesAt('Reassign applications');

  async choosesFor(name: string): Promise<void> {
    await this.page.getByLabel('Reassign to').selectOption(name);
    await this.main.getByRole('button', { name: 'See what would move' }).click();
    await expect(this.main.getByRole('table', { name: `These move to ${name}` })).toBeVisible();
    await this.arrives();
  }
}
