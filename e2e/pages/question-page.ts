import { expect, type Locator, type Page } from '@playwright/test';
import type { Typed } from '@/e2e/answers';
import { LEVELS, type LevelId } from '@/lib/domain/dspt';
import { questionOf } from '@/lib/domain/questions/catalogue';
import { PROFILES, type ProfileId, type QuestionId } from '@/lib/domain/questions/types';
import { paths } from '@/lib/paths';
import { hasJavaScript, Screen } from './screen';

/** The labels of the text boxes, by the name of the field. */
const LABELS: Record<string, string> = {
  details: 'Details',
  odsCode: 'ODS code',
  dsptIdentifier: 'DSPT identifier, if it is different (optional)',
  edition: 'Edition',
  'publishedOn-day': 'Day',
  'publishedOn-month': 'Month',
  'publishedOn-year': 'Year',
};

/** /apply/[reference]/[question]: one question. */
export class QuestionPage extends Screen {
  constructor(
    page: Page,
    readonly id: QuestionId,
  ) {
    super(page);
  }

  async open(reference: string): Promise<this> {
    await this.page.goto(paths.question(reference, this.id));
    return this.arrives();
  }

  /** A question that the assessor sent back: the reasons first, the earlier answer below them. */
  async openAgain(reference: string): Promise<this> {
    await this.page.goto(paths.question(reference, this.id));
    await this.arrivesAt(questionOf(this.id).short);
    await expect(this.main.getByRole('heading', { name: 'Your answer now' })).toBeVisible();
    return this;
  }

  /** A question that nobody asked about: closed, with a way to open it. */
  async openClosed(reference: string): Promise<this> {
    await this.page.goto(paths.question(reference, this.id));
    await this.arrivesAt(this.title);
    await this.says('The assessor did not ask about this question, so it is closed.');
    return this;
  }

  arrives = () => this.arrivesAt(/^Question \d of \d|Confirm/);

  get title(): string {
    return questionOf(this.id).title;
  }

  get details(): Locator {
    return this.page.getByLabel('Details', { exact: true });
  }

  private radio(field: string, value: string): Locator {
    const { title } = questionOf(this.id);
    if (field === 'choice')
      return this.page
        .getByRole('group', { name: title })
        .getByRole('radio', { name: value === 'yes' ? 'Yes' : 'No', exact: true });
    const label =
      field === 'level' ? LEVELS[value as LevelId].label : PROFILES[value as ProfileId].label;
    return this.page.getByRole('radio', { name: label, exact: true });
  }

  private field = (name: string) =>
    this.page.getByLabel(LABELS[name] ?? name, { exact: true }).first();

  /** Fills the form in as a person would; nothing is sent. */
  async types(given: Typed): Promise<void> {
    for (const [name, value] of Object.entries(given)) {
      const text = String(value);
      if (['choice', 'level', 'profile'].includes(name)) await this.radio(name, text).check();
      else if (name === 'edition') await this.field(name).selectOption(text);
      else await this.field(name).fill(text);
    }
  }

  /** The form holds what was typed, sent or not. */
  async holds(given: Typed): Promise<void> {
    for (const [name, value] of Object.entries(given)) {
      const text = String(value);
      if (['choice', 'level', 'profile'].includes(name))
        await expect(this.radio(name, text)).toBeChecked();
      else await expect(this.field(name)).toHaveValue(text);
    }
  }

  saves = () => this.press('Save and continue');
  savesForLater = () => this.press('Save and come back later');

  /** Types the answer and saves it. */
  async answers(given: Typed): Promise<void> {
    await this.types(given);
    await this.saves();
  }

  /** Waits for the line that tells, also to screen readers, that everything typed is saved. */
  async showsSaved(): Promise<void> {
    expect(hasJavaScript()).toBe(true);
    await expect(this.main.getByRole('status')).toHaveText(/^Saved at/);
  }

  /** Opens a question that nobody asked about, with the reason for it. */
  async unlocks(reason: string): Promise<void> {
    await this.page.getByLabel('Why does this answer need to change?').fill(reason);
    await this.press('Open this question');
    await this.says('Your answer now', reason);
  }
}
