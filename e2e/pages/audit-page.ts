import { expect } from '@playwright/test';
import { paths } from '@/lib/paths';
import { Screen } from './screen';

/** /manage/audit: who did what, when and about what, over everything. */
export class AuditPage extends Screen {
  async open(): Promise<this> {
    await this.page.goto(paths.audit);
    return this.arrivesAt('Audit');
  }

  /** Fills in some of the filters and applies them. */
  async searches(filters: Record<string, string>): Promise<void> {
    const form = this.page.getByRole('search', { name: 'Search the events' });
    for (const [label, value] of Object.entries(filters)) {
      const field = form.getByLabel(label, { exact: true });
      if (label === 'What') await field.selectOption(value);
      else await field.fill(value);
    }
    const answered = this.page.waitForURL(/\?/);
    await form.getByRole('button', { name: 'Apply filters' }).click();
    await answered;
    await this.arrivesAt('Audit');
  }

  /** The events of the list from the top, each as its cells are read. */
  async shows(...rows: string[][]): Promise<void> {
    const found = this.main.getByRole('row').filter({ has: this.page.getByRole('rowheader') });
    await expect(found).toHaveCount(rows.length);
    for (const [index, words] of rows.entries())
      for (const word of words) await expect(found.nth(index)).toContainText(word);
  }

  /** Opens the place of an event in its history. */
  async opens(event: string): Promise<void> {
    await this.main.getByRole('link', { name: event }).first().click();
    await expect(this.page).toHaveURL(/\/manage\/history\//);
  }
}
