import { expect } from '@playwright/test';
import { paths } from '@/lib/paths';
import { Screen } from './screen';

/** /messages: what somebody was told. */
export class MessagesPage extends Screen {
  async open(): Promise<this> {
    await this.page.goto(paths.messages);
    return this.arrivesAt('Messages');
  }

  get menuLink() {
    return this.page
      .getByRole('navigation', { name: 'Menu' })
      .getByRole('link', { name: /^Messages/ });
  }

  /** One message, by its heading. */
  item = (heading: string) =>
    this.main
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('heading', { name: heading }) });

  /** A message comes by a job, so a moment after what it tells of. */
  async waitsFor(heading: string): Promise<void> {
    await expect(async () => {
      await this.open();
      await expect(this.item(heading)).toContainText('New', { timeout: 500 });
    }).toPass();
  }

  /** Where a message's link leads: the address that marks it as read. */
  async addressOf(heading: string): Promise<string> {
    return (await this.item(heading).getByRole('link').getAttribute('href')) ?? '';
  }

  async follows(link: string, heading: string): Promise<void> {
    await this.item(heading)
      .getByRole('link', { name: new RegExp(`^${link}`) })
      .click();
  }
}
