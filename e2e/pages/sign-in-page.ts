import { expect } from '@playwright/test';
import { paths } from '@/lib/paths';
import { Screen } from './screen';

type Words = { email: string; password: string };

export class SignInPage extends Screen {
  async open(search = ''): Promise<this> {
    await this.page.goto(`${paths.signIn}${search}`);
    return this;
  }

  arrives = () => this.arrivesAt('Sign in');

  async types({ email, password }: Words): Promise<void> {
    await this.page.getByLabel('Email address').fill(email);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
  }

  async tries(words: Words): Promise<void> {
    await this.types(words);
    await this.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  }

  /** Opens the page, signs in and waits until the portal shows who that is. */
  async signIn(person: Words & { name: string }): Promise<void> {
    await this.open();
    await this.tries(person);
    const account = this.page.getByRole('navigation', { name: 'Account' });
    await expect(account.getByRole('link', { name: person.name })).toBeVisible();
  }
}
