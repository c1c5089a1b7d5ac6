import { readFileSync } from 'node:fs';
import { expect, type Locator } from '@playwright/test';
import { paths } from '@/lib/paths';
import { Screen } from './screen';

/** /manage/lapses and /manage/euos: what lapses, and the ledgers of all suppliers. */
export class LapsesPage extends Screen {
  async open(): Promise<this> {
    await this.page.goto(paths.lapses);
    return this.arrivesAt('What lapses');
  }

  async opensEuos(): Promise<this> {
    const pages = this.main.getByRole('navigation', { name: 'Managers’ pages' });
    await pages.getByRole('link', { name: 'EUOs' }).click();
    return this.arrivesAt('Suppliers’ end user organisations');
  }

  figure = (label: string): Locator =>
    this.main.getByRole('link', { name: new RegExp(`^${label}, `) });

  row = (text: string): Locator => this.main.getByRole('row').filter({ hasText: text });

  /** Asks for so many at a time, whatever the field takes. */
  async asksFor(number: string): Promise<void> {
    await this.page.getByLabel('How many at a time').fill(number);
    await this.page.getByRole('button', { name: 'Apply filters' }).click();
    await expect(this.page).toHaveURL(new RegExp(`number=${number}`));
  }

  async finds(supplier: string): Promise<void> {
    await this.page.getByLabel('Name or ODS code').fill(supplier);
    await this.page.getByRole('button', { name: 'Apply filters' }).click();
    await expect(this.page).toHaveURL(new RegExp(`text=${supplier}`));
  }

  /** Loads the page again until a supplier's row says a number, as the job counts it. */
  async waitsFor(supplier: string, numbers: readonly (string | RegExp)[]): Promise<void> {
    await expect(async () => {
      await this.page.reload();
      await expect(this.row(supplier).getByRole('cell')).toHaveText([...numbers], { timeout: 500 });
    }).toPass({ timeout: 20_000 });
  }

  /** What a download holds, line by line. */
  async downloads(link: string): Promise<string[]> {
    const begun = this.page.waitForEvent('download');
    await this.main.getByRole('link', { name: link }).click();
    const bytes = readFileSync(await (await begun).path());
    return bytes.toString('utf8').trim().split('\r\n');
  }
}
