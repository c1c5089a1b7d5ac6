import { expect, type Locator } from '@playwright/test';
import { questionOf } from '@/lib/domain/questions/catalogue';
import { type QuestionId, REASONS } from '@/lib/domain/questions/types';
import { VERDICT_LABELS, type Verdict } from '@/lib/domain/review';
import { paths } from '@/lib/paths';
import { Screen } from './screen';

const labelOf = (id: QuestionId): string => questionOf(id).number ?? questionOf(id).short;

type Judgement = {
  verdict: Verdict;
  /** Coverage points by their ids, with the words of the mark. */
  points?: Record<string, 'Covered' | 'Not covered' | 'Not applicable'>;
  reasons?: readonly (keyof typeof REASONS)[];
  note?: string;
};

/** /assess/[reference]: a whole case on one screen. */
export class CasePage extends Screen {
  async open(reference: string): Promise<this> {
    await this.page.goto(paths.assessment(reference));
    return this.arrives(reference);
  }

  async arrives(reference: string): Promise<this> {
    await expect(this.head).toContainText(reference);
    return this.arrivesAt(' by ');
  }

  get head(): Locator {
    return this.page.locator('.app-case-head');
  }

  /** One question with its answer, flags and verdict. */
  question = (id: QuestionId): Locator =>
    this.page.getByRole('region', { name: questionOf(id).title });

  async takes(): Promise<void> {
    await this.press('Assign to me');
    await expect(this.head).toContainText('Waiting for you');
  }

  async flags(id: QuestionId, ...messages: (string | RegExp)[]): Promise<void> {
    const flags = this.question(id).getByRole('list', { name: 'Flags' });
    await expect(flags.getByRole('listitem')).toHaveText(messages);
  }

  /** Fills in a verdict; nothing is sent. */
  async fills(id: QuestionId, { verdict, points, reasons, note }: Judgement): Promise<void> {
    const question = this.question(id);
    const group = question.getByRole('group', { name: `Verdict on ${labelOf(id)}` });
    await group.getByRole('radio', { name: VERDICT_LABELS[verdict].label, exact: true }).check();
    for (const [point, mark] of Object.entries(points ?? {})) {
      const text = questionOf(id).coveragePoints.find((each) => each.id === point)?.text ?? point;
      const row = question.getByRole('group', { name: text });
      await row.getByRole('radio', { name: mark, exact: true }).check();
    }
    for (const reason of reasons ?? [])
      await question.getByRole('checkbox', { name: REASONS[reason] }).check();
    if (note !== undefined) await question.getByLabel('Note to the supplier').fill(note);
  }

  async judges(id: QuestionId, judgement: Judgement): Promise<void> {
    await this.fills(id, judgement);
    await this.saves(id);
    const view = this.question(id).locator('.app-verdict-view');
    await expect(view).toContainText(VERDICT_LABELS[judgement.verdict].label);
  }

  saves = (id: QuestionId) =>
    this.question(id)
      .getByRole('button', { name: `Save verdict on ${labelOf(id)}` })
      .click();

  async notesForStaff(id: QuestionId, words: string): Promise<void> {
    const question = this.question(id);
    await question.getByText(`Add a note for staff on ${labelOf(id)}`).click();
    const save = this.page.getByRole('button', { name: `Save note on ${labelOf(id)}` });
    const form = question.locator('form').filter({ has: save });
    await form.getByLabel('Note for staff').fill(words);
    await save.click();
    await expect(question.locator('.app-staff-only__note')).toContainText(words);
  }

  /** The two texts of a changed answer: that of the round before, and the one now. */
  versions(id: QuestionId, round: number): { before: Locator; now: Locator } {
    const sides = this.question(id).locator('.app-diff__side');
    return {
      before: sides.filter({ hasText: new RegExp(`^Round ${round - 1}(?!\\d)`) }),
      now: sides.filter({ hasText: `Round ${round}, now` }),
    };
  }
}
