import { expect } from '@playwright/test';
import { paths } from '@/lib/paths';
import { Screen } from './screen';

/** Signing in at the identity provider, from the portal's sign-in page and back. */
export class SingleSignOnPage extends Screen {
  async open(path: string = paths.signIn): Promise<this> {
    await this.page.goto(path);
    return this.arrivesAt('Sign in');
  }

  begins = () => this.follow('Sign in with Trust sign-on');

  /** The provider's own page, not ours. */
  async givesName(login: string): Promise<void> {
    await this.page.getByPlaceholder('Enter any login').fill(login);
    await this.page.getByPlaceholder('and password').fill('anything');
    await this.page.getByRole('button', { name: 'Sign-in' }).click();
  }

  async cancels(): Promise<void> {
    await this.page.getByRole('link', { name: 'Cancel' }).click();
  }

  async tries(login: string, path?: string): Promise<void> {
    await this.open(path);
    await this.begins();
    await this.givesName(login);
  }

  /** Back on our own sign-in page, and signed in as nobody. */
  async isRefused(...words: (string | RegExp)[]): Promise<void> {
    await this.arrivesAt('Sign in');
    await this.says('You are not signed in', ...words);
    await this.page.goto(paths.account);
    await expect(this.page).toHaveURL(/sign-in\?return=/);
  }
}
