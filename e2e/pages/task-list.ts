import { expect } from '@playwright/test';
import { questionOf } from '@/lib/domain/questions/catalogue';
import type { QuestionId } from '@/lib/domain/questions/types';
import { paths } from '@/lib/paths';
import { QuestionPage } from './question-page';
import { Screen } from './screen';

export const shortName = (id: QuestionId): string => {
  const { number, short } = questionOf(id);
  return number ? `${number} ${short}` : short;
};

/** /apply/[reference]: the questions of one application and what comes next. */
export class TaskList extends Screen {
  async open(reference: string): Promise<this> {
    await this.page.goto(paths.application(reference));
    return this.arrives();
  }

  arrives = () => this.arrivesAt('Declare Data Security and Information Security');

  /** One line of the list. */
  task = (id: QuestionId) =>
    this.main.locator('.nhsuk-task-list__item', { hasText: shortName(id) });

  async shows(id: QuestionId, status: string): Promise<void> {
    await expect(this.task(id)).toContainText(status);
  }

  async opens(id: QuestionId): Promise<QuestionPage> {
    await this.task(id).getByRole('link').click();
    return new QuestionPage(this.page, id).arrives();
  }
}
