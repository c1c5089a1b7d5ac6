import { expect } from '@playwright/test';
import type { QuestionId } from '@/lib/domain/questions/types';
import { paths } from '@/lib/paths';
import { hasJavaScript, Screen } from './screen';

export type ChosenFile = { name: string; mimeType: string; buffer: Buffer };
export const textFile = (name: string, words: string): ChosenFile => ({
  ...{ name, mimeType: 'text/plain', buffer: Buffer.from(words) },
});

/** /apply/[reference]/[question]/files: what is attached to one answer. */
export class FilesPage extends Screen {
  async open(reference: string, question: QuestionId): Promise<this> {
    await this.page.goto(paths.evidence(reference, question));
    return this.arrives();
  }

  arrives = () => this.arrivesAt('Files');

  /** One file in the list, by its name. */
  file = (name: string) => this.main.locator('.app-files__file', { hasText: name });

  async uploads(...files: ChosenFile[]): Promise<void> {
    await this.page.getByLabel('Add files').setInputFiles(files);
    await this.press('Upload');
  }

  async adds(...files: ChosenFile[]): Promise<void> {
    await this.uploads(...files);
    await expect(this.page).toHaveURL(/\?added=\d+$/);
    for (const { name } of files) await expect(this.file(name)).toBeVisible();
  }

  /** Says why, beside the field and in the summary. Without a script no file is named. */
  async refusesFile(withScript: string, without: string): Promise<void> {
    await this.refuses(hasJavaScript() ? withScript : without);
  }

  /** Waits until nothing is being checked any more; the demo has no scanner. */
  async scanned(name: string): Promise<void> {
    await expect(async () => {
      await this.page.reload();
      await expect(this.file(name)).toContainText('Not scanned for viruses', { timeout: 500 });
    }).toPass();
  }

  /** Opens the fold and types one of the two dates, as day, month and year. */
  async types(legend: 'Effective date' | 'Expiry date', ...parts: string[]): Promise<void> {
    const fold = this.main.locator('details', { hasText: 'Add the dates of this evidence' });
    if ((await fold.count()) > 0 && (await fold.getAttribute('open')) === null)
      await fold.locator('summary').click();
    const group = this.page.getByRole('group', { name: new RegExp(`^${legend}`) });
    for (const [at, label] of ['Day', 'Month', 'Year'].entries())
      await group.getByLabel(label, { exact: true }).fill(parts[at] ?? '');
  }

  /** Goes to where the dates of a file are changed. */
  async beginsToDate(name: string, link: 'Add dates' | 'Change dates'): Promise<void> {
    await this.file(name).getByRole('link', { name: link }).click();
    await this.arrivesAt(`Dates of ${name}`);
  }

  /** Goes to where a file that was declared is replaced. */
  async beginsToReplace(name: string): Promise<void> {
    const link = this.file(name).getByRole('link', { name: `Replace ${name}` });
    await link.click();
    await this.arrivesAt(`Replace ${name}`);
  }

  async uploadsInstead(file: ChosenFile): Promise<void> {
    await this.page.getByLabel('Select the new file').setInputFiles(file);
    await this.press('Upload');
  }

  /** Puts a newer file in the place of one that was declared. */
  async replaces(name: string, by: ChosenFile): Promise<void> {
    await this.beginsToReplace(name);
    await this.uploadsInstead(by);
    await expect(this.page).toHaveURL(/\?replaced=1$/);
    await expect(this.file(name)).toContainText(`Replaced by ${by.name}`);
  }

  async removes(name: string): Promise<void> {
    await this.pressed(this.file(name).getByRole('button', { name: /^Remove/ }));
    await expect(this.page).toHaveURL(/\?removed=1$/);
    await expect(this.file(name)).toHaveCount(0);
  }
}
