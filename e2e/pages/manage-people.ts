import { expect } from '@playwright/test';
import { ROLE_LABELS, type Role } from '@/lib/domain/permissions';
import { paths } from '@/lib/paths';
import { Screen } from './screen';

type NewPerson = { name: string; email: string; roles: readonly Role[] };

/** A manager's pages about organisations, products and people. */
export class ManagePeople extends Screen {
  async addsOrganisation(name: string, odsCode: string): Promise<void> {
    await this.page.goto(paths.organisations);
    await this.arrivesAt('Organisations');
    await this.follow('Add an organisation');
    await this.arrivesAt('Add an organisation');
    await this.page.getByLabel('Organisation name').fill(name);
    await this.page.getByLabel('ODS code').fill(odsCode);
    await this.page.getByRole('radio', { name: 'Company' }).check();
    await this.press('Add organisation');
    await this.arrivesAt(name);
    await this.says('The organisation is added', odsCode);
  }

  /** On the page of an organisation. */
  async addsProduct(name: string): Promise<void> {
    await this.follow('Add a product');
    await this.arrivesAt('What is the product called?');
    await this.page.getByLabel('What is the product called?').fill(name);
    await this.press('Add product');
    await expect(this.main.getByRole('table', { name: 'Products' })).toContainText(name);
  }

  /** On the page of an organisation, of the staff or of one's colleagues; answers the link. */
  async adds(person: NewPerson, heading = 'Add a person'): Promise<string> {
    await this.invites(person, heading);
    return this.linkToPassOn(person.name);
  }

  /** The same where the link goes by email. */
  async invites({ name, email, roles }: NewPerson, heading = 'Add a person'): Promise<void> {
    await this.follow(heading);
    await this.arrivesAt(heading);
    await this.page.getByLabel('Full name').fill(name);
    await this.page.getByLabel('Work email address').fill(email);
    for (const role of roles)
      await this.page.getByRole('checkbox', { name: ROLE_LABELS[role].label }).check();
    await this.press('Add person');
    await this.arrivesAt(name);
  }

  /** The address in the banner that is shown once. */
  async linkToPassOn(name: string): Promise<string> {
    const banner = this.main.locator('.nhsuk-notification-banner', {
      hasText: 'Pass this link on',
    });
    await expect(banner).toContainText(name);
    const address = await banner.locator('code').textContent();
    expect(address).toContain('/set-password/');
    return address ?? '';
  }

  /** Opens one person of the organisation that is shown. */
  async opens(name: string, email = ''): Promise<void> {
    const row = this.main.getByRole('row').filter({ hasText: email });
    await row.getByRole('link', { name, exact: true }).click();
    await this.arrivesAt(name);
  }

  async changesRoles(roles: readonly Role[]): Promise<void> {
    const boxes = this.main.getByRole('group', { name: 'What they may do' });
    for (const box of await boxes.getByRole('checkbox').all()) await box.uncheck();
    for (const role of roles)
      await boxes.getByRole('checkbox', { name: ROLE_LABELS[role].label }).check();
    await this.press('Save roles');
    await this.says('The roles are saved');
  }
}
