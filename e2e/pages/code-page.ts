import { expect } from '@playwright/test';
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

  async readsRecoveryCodes(): Promise<string[]> {
    await this.arrivesAt('Keep your recovery codes');
    const codes = await this.main.getByRole('listitem').allTextContents();
    expect(codes).toHaveLength(10);
    return codes;
  }
}
