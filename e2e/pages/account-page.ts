import { expect } from '@playwright/test';
import { paths } from '@/lib/paths';
import { Screen } from './screen';

export class AccountPage extends Screen {
  async open(): Promise<this> {
    await this.page.goto(paths.account);
    return this.arrivesAt('Your account');
  }

  /** Every session but this one, ended one by one or all at once. */
  async endsTheOtherSession(): Promise<void> {
    await this.main.getByRole('button', { name: /^End session/ }).click();
    await this.says('The session has ended');
  }

  async signsOutElsewhere(): Promise<void> {
    await this.press('Sign out everywhere else');
    await this.says('You are signed out everywhere else');
  }

  async signsOut(): Promise<void> {
    await this.page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await expect(this.main).toContainText('You have signed out.');
  }

  /** Chooses how to hear of one kind of message, from the account on. */
  async choosesEmails(kind: string, way: string): Promise<void> {
    await this.opensEmails();
    await this.chooses(kind, way);
    await this.press('Save');
  }

  async opensEmails(): Promise<void> {
    await this.open();
    await this.follow('Choose your emails');
    await this.arrivesAtEmails();
  }

  arrivesAtEmails = () => this.arrivesAt('Choose your emails');

  async chooses(kind: string, way: string): Promise<void> {
    await this.main.getByLabel(kind, { exact: true }).selectOption({ label: way });
  }

  async hasChosen(kind: string, way: string): Promise<void> {
    const chosen = this.main.getByLabel(kind, { exact: true }).locator('option:checked');
    await expect(chosen).toHaveText(way);
  }
}
