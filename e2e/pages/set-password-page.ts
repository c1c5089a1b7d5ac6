import { Screen } from './screen';

export class SetPasswordPage extends Screen {
  async open(link: string): Promise<this> {
    // Links name the address that the manager used; a test follows them on its own server.
    await this.page.goto(new URL(link, 'http://portal.invalid').pathname);
    return this;
  }

  arrives = () => this.arrivesAt('Set your password');

  async sets(password: string): Promise<void> {
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.press('Set password');
  }
}
