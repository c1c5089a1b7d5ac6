import { expect } from '@playwright/test';
import { paths } from '@/lib/paths';
import type { ChosenFile } from './files-page';
import { Screen } from './screen';

/** A spot check as an assessor draws, marks and finishes it. */
export class SpotCheckPage extends Screen {
  async opensRecord(name: string): Promise<void> {
    await this.page.goto(`${paths.suppliers}?text=${encodeURIComponent(name)}`);
    await this.arrivesAt('Suppliers');
    await this.follow(name);
    await this.arrivesAt(name);
  }

  async draws(given: Record<string, string>): Promise<void> {
    await this.follow('Draw a spot check');
    await this.arrivesAt('Draw a spot check');
    for (const [label, text] of Object.entries(given)) await this.main.getByLabel(label).fill(text);
    await this.press('Draw and ask the supplier');
  }

  async marks(verdict: 'Satisfactory' | 'Not satisfactory', reason = ''): Promise<void> {
    await this.main.getByLabel(verdict, { exact: true }).check();
    if (reason) await this.main.getByLabel('Reason').fill(reason);
    await this.press(/^Save mark/);
  }

  async opens(name: string | RegExp): Promise<void> {
    await this.follow(name);
    await this.arrivesAt(name);
  }

  /** Opens a file once nothing is being checked any more. */
  async reads(name: string, words: string): Promise<void> {
    const file = await this.main.getByRole('link', { name }).getAttribute('href');
    await expect(async () => {
      const response = await this.page.request.get(`${file}?warned=1`);
      expect(await response.text()).toBe(words);
    }).toPass();
  }

  async finishes(): Promise<void> {
    await this.press('Finish the spot check');
    await this.arrivesAt('Spot check 1');
  }
}

/** The same as its supplier answers it. */
export class AskedPage extends Screen {
  async openHome(): Promise<void> {
    await this.page.goto(paths.apply);
    await this.arrivesAt('Your applications');
  }

  async opensCheck(): Promise<void> {
    await this.openHome();
    await this.follow(/^Evidence of/);
    await this.arrivesAt('Spot check 1');
  }

  async writes(name: RegExp, note: string): Promise<void> {
    await this.follow(name);
    await this.arrivesAt(name);
    await this.main.getByLabel('Note to the assessor').fill(note);
    await this.press('Save note');
    await this.arrivesAt('Spot check 1');
  }

  async attaches(name: RegExp, file: ChosenFile): Promise<void> {
    await this.follow(name);
    await this.arrivesAt(name);
    await this.follow('Add files');
    await this.main.getByLabel(/^Add files/).setInputFiles(file);
    await this.press('Upload');
    await expect(this.main.getByRole('link', { name: file.name, exact: true })).toBeVisible();
    // It counts once it is checked for viruses.
    await expect(async () => {
      await this.page.reload();
      await expect(this.main).not.toContainText('Being checked', { timeout: 1000 });
    }).toPass();
  }

  async looksAgain(): Promise<void> {
    await this.page.reload();
    await this.arrivesAt('Spot check 1');
  }

  async mustNotAnswer(): Promise<void> {
    await expect(this.main.getByRole('button', { name: 'Send to the assessor' })).toHaveCount(0);
  }
}
