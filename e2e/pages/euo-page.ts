import { expect } from '@playwright/test';
import { type EuoPart, paths } from '@/lib/paths';
import { expectAccessible, hasJavaScript, Screen } from './screen';

type Day = Record<'day' | 'month' | 'year', string>;
export type Euo = { code: string; id: string };

/** /apply/euos/…: one end user organisation, as its supplier adds it and looks after it. */
export class EuoPage extends Screen {
  async open(code: string): Promise<this> {
    await this.page.goto(paths.euo(code));
    await expect(this.page).toHaveURL(new RegExp(`${paths.euo(code.toUpperCase())}$`));
    return this;
  }

  async opens(
    { code, id }: Euo,
    part: EuoPart | 'go-live?override=yes',
    heading: string | RegExp,
  ): Promise<void> {
    await this.page.goto(paths.euoPart(code, id, part as EuoPart));
    await this.arrivesAt(heading);
  }

  /** The first step of adding one: its code, where there is only one product. */
  async begins(code: string): Promise<void> {
    await this.page.goto(paths.euos);
    await this.follow('Add an organisation');
    await this.arrivesAt('Add an end user organisation');
    await this.main.getByLabel('ODS code').fill(code);
    await this.main.getByRole('button', { name: 'Continue' }).click();
  }

  async adds(code: string, name: string): Promise<void> {
    await this.begins(code);
    await this.arrivesAt(`Add ${code.toUpperCase()}`);
    await expect(this.page).toHaveURL(new RegExp(`code=${code.toUpperCase()}&`));
    await this.main.getByLabel('Name', { exact: true }).fill(name);
    await this.press('Add organisation');
    await this.arrivesAt(name);
  }

  /** Types the three parts of the date that a question asks for. */
  async dates(legend: string | RegExp, day: Day): Promise<void> {
    const group = this.main.getByRole('group', { name: legend });
    for (const [part, label] of Object.entries({ day: 'Day', month: 'Month', year: 'Year' }))
      await group.getByLabel(label, { exact: true }).fill(day[part as keyof Day]);
  }

  button = (name: string) => this.main.getByRole('button', { name, exact: true });

  async goesLive(button: string, on: Day, reason?: string): Promise<void> {
    await this.dates('Go-live date', on);
    if (reason !== undefined) await this.main.getByLabel('Justification').fill(reason);
    await this.press(button);
  }

  /** Says why it cannot go live: first as at which day, then every reason, with where it is mended. */
  async refusesToGoLive(first: string, ...reasons: [words: string, href: string][]): Promise<void> {
    const summary = this.page.locator('.nhsuk-error-summary');
    const words = reasons.map(([reason]) => reason);
    await expect(summary.getByRole('listitem')).toHaveText([first, ...words]);
    await expect(summary).toBeFocused();
    for (const [reason, href] of reasons)
      await expect(summary.getByRole('link', { name: reason })).toHaveAttribute('href', href);
    if (hasJavaScript()) await expectAccessible(this.page);
  }

  /** Follows a link to a page of the onboarding, by its heading. */
  async goes(link: string | RegExp, heading: string | RegExp): Promise<void> {
    await this.follow(link);
    await this.arrivesAt(heading);
  }

  /** Suspends, disconnects…: with a reason, as of the day that the form begins with. */
  async moves(link: RegExp, button: string, reason: string): Promise<void> {
    await this.follow(link);
    await this.arrivesAt(button);
    await this.main.getByLabel('Reason').fill(reason);
    await this.press(button);
  }

  /** What the page says before everything else of where it stands. */
  async stands(...words: (string | RegExp)[]): Promise<void> {
    for (const text of words) await expect(this.main).toContainText(text);
    await this.arrivesAt('');
  }
}
