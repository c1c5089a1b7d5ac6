import { expect } from '@playwright/test';
import { paths } from '@/lib/paths';
import { Screen } from './screen';

/** /manage/registers: what was uploaded of the public register, and what it says. */
export class RegistersPage extends Screen {
  async open(): Promise<this> {
    await this.page.goto(paths.registers);
    return this.arrivesAt('Registers');
  }

  async opensUpload(): Promise<void> {
    await this.open();
    await this.follow('Upload a register');
    await this.arrivesAt('Upload a register');
  }

  async fills(holds: string, date: { day: string; month: string; year: string }): Promise<void> {
    await this.main.getByLabel('What does the file hold?').selectOption({ label: holds });
    for (const [part, text] of Object.entries(date))
      await this.main.getByLabel(new RegExp(`^${part}`, 'i')).fill(text);
  }

  async chooses(name: string, content: string): Promise<void> {
    const file = { name, mimeType: 'text/csv', buffer: Buffer.from(content) };
    await this.main.getByLabel('Select the file').setInputFiles(file);
  }

  async uploads(name: string, content: string): Promise<void> {
    await this.chooses(name, content);
    await this.press('Upload');
  }

  /** A file is read by a job, so its rows come a moment after the upload. */
  async isRead(heading: string, ...words: string[]): Promise<void> {
    await this.arrivesAt(heading);
    await expect(async () => {
      await this.page.reload();
      for (const text of words) await expect(this.main).toContainText(text, { timeout: 500 });
    }).toPass();
  }

  async finds(text: string): Promise<void> {
    await this.open();
    await this.main.getByLabel('Name or code').fill(text);
    await this.main.getByRole('button', { name: 'Apply filters' }).click();
    await expect(this.page).toHaveURL(/text=/);
  }
}
