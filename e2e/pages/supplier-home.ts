import { expect } from '@playwright/test';
import { REFERENCE_PATTERN } from '@/e2e/reference';
import { paths } from '@/lib/paths';
import { Screen } from './screen';

/** /apply: the organisation's applications. */
export class SupplierHome extends Screen {
  async open(): Promise<this> {
    await this.page.goto(paths.apply);
    return this.arrives();
  }

  arrives = () => this.arrivesAt('Your applications');

  /** Starts an application for a product, and answers its reference. */
  async starts(product: string): Promise<string> {
    await this.follow('Start an application');
    await this.arrivesAt('Start an application');
    await this.page.getByRole('radio', { name: product }).check();
    await this.press('Start');
    await this.arrivesAt(product);
    const reference = REFERENCE_PATTERN.exec(this.page.url())?.[0];
    expect(reference, 'the address holds the reference').toBeDefined();
    return reference ?? '';
  }

  /** The card or the line of one application. */
  card = (reference: string) => this.main.getByRole('listitem').filter({ hasText: reference });
}
