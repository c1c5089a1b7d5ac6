import { expect } from '@playwright/test';
import type { QuestionId } from '@/lib/domain/questions/types';
import { paths } from '@/lib/paths';
import { QuestionPage } from './question-page';
import { Screen } from './screen';
import { shortName } from './task-list';

/** /apply/[reference]/check: all answers, what is missing, and the declaration. */
export class CheckPage extends Screen {
  async open(reference: string): Promise<this> {
    await this.page.goto(paths.check(reference));
    return this.arrives();
  }

  arrives = () => this.arrivesAt('Check your answers and submit');

  async lists(...missing: string[]): Promise<void> {
    const list = this.main.locator('.nhsuk-card', { hasText: 'Complete these before' });
    await expect(list.getByRole('listitem')).toHaveText(missing);
  }

  /** Follows the Change link of one answer. */
  async changes(id: QuestionId): Promise<QuestionPage> {
    const name = new RegExp(`^Change.*${shortName(id).replace(' ', ',? ')}`, 'i');
    await this.main.getByRole('link', { name }).click();
    return new QuestionPage(this.page, id).arrives();
  }

  get submit() {
    return this.page.getByRole('button', { name: 'Submit declaration' });
  }

  get confirmation() {
    return this.page.getByRole('checkbox', { name: 'I make this declaration' });
  }

  async declares(): Promise<void> {
    await this.confirmation.check();
    await this.pressed(this.submit);
  }
}
