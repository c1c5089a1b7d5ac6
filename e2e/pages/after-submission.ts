import { expect } from '@playwright/test';
import { paths } from '@/lib/paths';
import { hasJavaScript, Screen } from './screen';

/** What a supplier gets right after submitting. */
export class ReceiptPage extends Screen {
  arrives = () => this.arrivesAt('Declaration submitted');

  /** The head of the chain as it is printed, without its spaces. */
  async historyCode(): Promise<string> {
    const code = (await this.main.locator('.app-history-code').textContent()) ?? '';
    return code.replace(/\s/g, '');
  }
}

/** The declaration as it was submitted, to read and to print. */
export class DeclarationPage extends Screen {
  async open(reference: string): Promise<this> {
    await this.page.goto(paths.declaration(reference));
    return this.arrives();
  }

  arrives = () => this.arrivesAt('Declaration');

  /** On paper stand the answers and the signature, not the page's menus and buttons. */
  async printsCleanly(signatory: string): Promise<void> {
    await this.page.emulateMedia({ media: 'print' });
    await expect(
      this.main.getByRole('heading', { name: `Declaration by ${signatory}` }),
    ).toBeVisible();
    await expect(this.page.getByRole('navigation', { name: 'Menu' })).toBeHidden();
    await expect(this.page.getByRole('contentinfo')).toBeHidden();
    if (hasJavaScript())
      await expect(this.main.getByRole('button', { name: /^Print/ })).toBeHidden();
    await this.page.emulateMedia({ media: 'screen' });
  }
}

export class TimelinePage extends Screen {
  async open(reference: string): Promise<this> {
    await this.page.goto(paths.timeline(reference));
    return this.arrives();
  }

  arrives = () => this.arrivesAt('Timeline');

  /** The events in words, the latest first. */
  events = async (): Promise<string[]> =>
    (await this.main.locator('.app-timeline__title, .nhsuk-timeline__title').allTextContents()).map(
      (text) => text.trim(),
    );
}

export class DecisionPage extends Screen {
  async open(reference: string): Promise<this> {
    await this.page.goto(paths.decision(reference));
    return this;
  }

  arrives = (outcome: string) => this.arrivesAt(outcome);
}

/** The pages that ask for a reason or a word before something is ended or put off. */
export class WithdrawPage extends Screen {
  async open(reference: string): Promise<this> {
    await this.page.goto(paths.withdraw(reference));
    return this.arrivesAt('Withdraw this application');
  }

  async withdraws(reason: string): Promise<void> {
    await this.page.getByLabel('Why are you withdrawing it?').fill(reason);
    await this.press('Withdraw application');
  }
}

export class TakeBackPage extends Screen {
  async open(reference: string): Promise<this> {
    await this.page.goto(paths.takeBack(reference));
    return this.arrivesAt('Take the declaration back');
  }
}

export class MoreTimePage extends Screen {
  async open(reference: string): Promise<this> {
    await this.page.goto(paths.moreTime(reference));
    return this.arrivesAt('Ask for more time');
  }

  async asks(reason: string): Promise<void> {
    await this.page.getByLabel('Why do you need more time, and until when?').fill(reason);
    await this.press('Ask for more time');
  }
}
