import { expect, type Locator } from '@playwright/test';
import { paths } from '@/lib/paths';
import { Screen } from './screen';

/** /apply/euos/import: many end user organisations at once, and what becomes of their file. */
export class ImportPage extends Screen {
  async open(): Promise<void> {
    await this.page.goto(paths.euos);
    await this.follow('Import many');
    await this.arrivesAt('Import end user organisations');
  }

  async chooses(name: string, content: string): Promise<void> {
    const file = { name, mimeType: 'text/csv', buffer: Buffer.from(content) };
    await this.main.getByLabel('Select a file').setInputFiles(file);
  }

  choosesNothing = () => this.main.getByLabel('Select a file').setInputFiles([]);

  get pasted(): Locator {
    return this.main.getByLabel('Or paste rows');
  }

  fillsIn = (rows: string) => this.pasted.fill(rows);

  async uploads(content: string, name = 'euos.csv'): Promise<void> {
    await this.open();
    await this.chooses(name, content);
    await this.press('Upload');
  }

  async pastes(content: string): Promise<void> {
    await this.open();
    await this.fillsIn(content);
    await this.press('Upload');
  }

  /** A job has it in hand, so its words come a moment later, without anybody asking. */
  async comesTo(file: string, ...words: string[]): Promise<void> {
    await this.arrivesAt(`Import of ${file}`);
    for (const text of words) await expect(this.main).toContainText(text, { timeout: 20_000 });
  }

  /** What a link of the page hands over. */
  async download(link: string | RegExp): Promise<string> {
    const href = await this.main.getByRole('link', { name: link }).getAttribute('href');
    return (await this.page.request.get(href ?? '')).text();
  }
}
