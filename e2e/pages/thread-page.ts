import { expect, type Locator } from '@playwright/test';
import { paths } from '@/lib/paths';
import { Screen } from './screen';

/** What both sides see of a case's thread. */
abstract class Thread extends Screen {
  protected abstract readonly heading: string;

  arrives = () => this.arrivesAt(this.heading);

  get text(): Locator {
    return this.page.getByRole('textbox', { name: 'Your message', exact: true });
  }

  get about(): Locator {
    return this.page.getByLabel('What is it about?');
  }

  async sends(text: string): Promise<void> {
    await this.text.fill(text);
    await this.press('Send');
  }

  /** The entries in order, each by the words given. */
  async holds(...entries: RegExp[]): Promise<void> {
    await expect(this.main.locator('.app-thread > li')).toHaveText(entries);
  }
}

/** /apply/[reference]/thread */
export class ThreadPage extends Thread {
  protected readonly heading = 'Ask the assessor';

  async open(reference: string): Promise<this> {
    await this.page.goto(paths.thread(reference));
    return this.arrives();
  }
}

/** /assess/[reference]/thread */
export class CaseThreadPage extends Thread {
  protected readonly heading = 'Messages with the supplier';

  async open(reference: string): Promise<this> {
    await this.page.goto(paths.caseThread(reference));
    return this.arrives();
  }
}
