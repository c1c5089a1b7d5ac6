import { paths } from '@/lib/paths';
import { Screen } from './screen';

/** /manage/organisations/…: what is known of a supplier, and what ODS says of its code. */
export class OrganisationPage extends Screen {
  readonly checkNow = this.main.getByRole('button', { name: 'Check now' });

  async adds(name: string, odsCode: string): Promise<void> {
    await this.page.goto(paths.organisationNew);
    await this.main.getByLabel('Organisation name').fill(name);
    await this.main.getByLabel('ODS code').fill(odsCode);
    await this.press('Add organisation');
    await this.arrivesAt(name);
  }

  async changesCode(odsCode: string): Promise<void> {
    await this.follow('Change ODS code');
    await this.main.getByLabel('ODS code').fill(odsCode);
    await this.press('Save details');
  }
}
