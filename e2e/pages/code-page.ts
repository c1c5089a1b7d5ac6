import { expect } from '@playwright/test';
import { codeAt } from '@/lib/auth/totp';
import { Screen } from './screen';

/** Where the second factor is set up and given. */
export class CodePage extends Screen {
  arrives = (heading: string) => this.arrivesAt(heading);

  /** The key as the page spells it out. */
  async readsKey(): Promise<string> {
    const text = (await this.page.locator('code').textContent()) ?? '';
    expect(text).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
    return text.replaceAll(' ', '');
  }

  async gives(code: string, button = 'Continue'): Promise<void> {
    await this.page.locator('input[name=code]').fill(code);
    await this.press(button);
  }

  /** The code of an app whose clock is so many seconds ahead, as far as the portal bears. */
  codeOf = (key: string, ahead = 0): string => codeAt(key, new Date(Date.now() + ahead * 1000));

  async readsRecoveryCodes(): Promise<string[]> {
    await this.arrivesAt('Keep your recovery codes');
    const codes = await this.main.getByRole('listitem').allTextContents();
    expect(codes).toHaveLength(10);
    return codes;
  }
}
