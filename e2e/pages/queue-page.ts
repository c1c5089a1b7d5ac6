import { expect } from '@playwright/test';
import type { QUEUE_TABS } from '@/lib/domain/queue';
import { paths } from '@/lib/paths';
import { Screen } from './screen';

type Tab = keyof typeof QUEUE_TABS;

/** /assess: the list that assessors work from. */
export class QueuePage extends Screen {
  async open(tab: Tab = 'mine', words = ''): Promise<this> {
    const query = new URLSearchParams({ tab, ...(words ? { text: words } : {}) });
    await this.page.goto(`${paths.assess}?${query}`);
    return this.arrivesAt('Applications to assess');
  }

  get rows() {
    return this.main.getByRole('row').filter({ has: this.page.getByRole('rowheader') });
  }

  row = (reference: string) => this.rows.filter({ hasText: reference });

  /** Opens the case of one row. */
  async opens(reference: string): Promise<void> {
    await this.row(reference).getByRole('link', { name: reference }).click();
    await expect(this.page).toHaveURL(new RegExp(paths.assessment(reference)));
  }

  /** Filters by hand, through the form above the table. */
  async searches(words: string): Promise<void> {
    await this.page.getByLabel('Reference or words').fill(words);
    await this.page.getByRole('button', { name: 'Apply filters' }).click();
    await expect(this.page).toHaveURL(new RegExp(`text=${words.split(' ')[0]}`));
  }
}
