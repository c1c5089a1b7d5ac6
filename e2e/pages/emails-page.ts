import { expect } from '@playwright/test';
import { paths } from '@/lib/paths';
import { Screen } from './screen';

/** /manage/mail: every email and what became of it. */
export class EmailsPage extends Screen {
  async open(): Promise<this> {
    await this.page.goto(paths.mail);
    return this.arrivesAt('Emails');
  }

  /** The row of one reader's email among those that failed. */
  failed = (email: string) =>
    this.main
      .getByRole('table', { name: 'Emails that failed' })
      .getByRole('row')
      .filter({ hasText: email });

  /** Emails go by a job, so a moment after what they tell of. */
  async waitsForFailure(email: string): Promise<void> {
    await expect(async () => {
      await this.open();
      await expect(this.failed(email)).toBeVisible({ timeout: 500 });
    }).toPass();
  }

  /** In the demo, each email opens to its words; what the way to open them is called. */
  async waitsForText(name: RegExp): Promise<void> {
    await expect(async () => {
      await this.open();
      const email = this.main.locator('summary').first();
      await expect(email).toHaveText(name, { timeout: 500 });
    }).toPass({ timeout: 15_000 });
  }

  triesAgain = (email: string) =>
    this.pressed(this.failed(email).getByRole('button', { name: /^Try again/ }));
}
