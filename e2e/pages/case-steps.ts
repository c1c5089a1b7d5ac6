import { expect } from '@playwright/test';
import { OUTCOME_LABELS, type Outcome } from '@/lib/domain/decision';
import { paths } from '@/lib/paths';
import { Screen } from './screen';

/** The assessor's preview of what the supplier will read. */
export class RequestPage extends Screen {
  async open(reference: string): Promise<this> {
    await this.page.goto(paths.caseRequest(reference));
    return this.arrives();
  }

  arrives = () => this.arrivesAt('Ask the supplier for more information');

  async sends(message: string): Promise<void> {
    await this.page.getByLabel('Message (optional)').fill(message);
    await this.press('Send information request');
  }
}

type Recommendation = { outcome: Outcome; reasons: string };
type Condition = { question: string; text: string; due: [string, string, string] };

export class RecommendPage extends Screen {
  async open(reference: string): Promise<this> {
    await this.page.goto(paths.caseRecommend(reference));
    return this.arrives();
  }

  arrives = () => this.arrivesAt('Recommend a decision');

  async recommends({ outcome, reasons }: Recommendation, condition?: Condition): Promise<void> {
    await this.page.getByRole('radio', { name: OUTCOME_LABELS[outcome], exact: true }).check();
    if (condition) {
      const { question, text, due } = condition;
      await this.page.getByLabel(`Condition for ${question}`).fill(text);
      const date = this.page.getByRole('group', { name: `Due date for ${question}` });
      for (const [index, part] of ['Day', 'Month', 'Year'].entries())
        await date.getByLabel(part).fill(due[index] ?? '');
    }
    await this.page.getByLabel('Reasons').fill(reasons);
    await this.press('Recommend');
  }
}

/** What was recommended, for the second person and for whoever recommended it. */
export class ConfirmPage extends Screen {
  protected override readonly titled = false;

  async open(reference: string): Promise<this> {
    await this.page.goto(paths.caseConfirm(reference));
    return this.arrivesAt('Recommendation');
  }

  get confirm() {
    return this.page.getByRole('button', { name: 'Confirm decision' });
  }

  async sendsBack(note: string): Promise<void> {
    await this.page.getByLabel('Note to the assessor').fill(note);
    await this.press('Send back');
    await expect(this.page).not.toHaveURL((url) => url.pathname.endsWith('/confirm'));
  }
}
