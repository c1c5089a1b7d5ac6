import { dateFields, type PlainDate } from '@/lib/domain/dates';
import { paths } from '@/lib/paths';
import { Screen } from './screen';

/** /manage/organisations/…/succession: what an organisation is part of now. */
export class SuccessionPage extends Screen {
  async open(organisation: { id: string; name: string }): Promise<this> {
    await this.page.goto(paths.organisation(organisation.id));
    await this.arrivesAt(organisation.name);
    await this.follow('Record a merger');
    return this.arrivesAt(`Record what ${organisation.name} is part of now`);
  }

  async compares(odsCode: string): Promise<void> {
    await this.main.getByLabel('ODS code of the organisation').fill(odsCode);
    // Nothing is posted: what was asked stands in the address.
    await this.main.getByRole('button', { name: 'Show what each has' }).click();
  }

  async records(effective: PlainDate, reason: string): Promise<void> {
    for (const [part, text] of Object.entries(dateFields(effective)))
      await this.main.getByLabel(new RegExp(`^${part}$`, 'i')).fill(text);
    await this.main.getByLabel('Reason').fill(reason);
    await this.press('Record merger');
  }

  async ends(reason: string): Promise<void> {
    await this.follow('End this record');
    await this.arrivesAt('End the record');
    await this.main.getByLabel('Reason').fill(reason);
    await this.press('End record');
  }
}

/** /apply/organisation: for whom somebody of the successor acts. */
export class ActingPage extends Screen {
  async chooses(name: string): Promise<void> {
    await this.page.goto(paths.actingFor);
    await this.arrivesAt('Which organisation do you act for?');
    await this.main.getByLabel(name, { exact: true }).check();
    await this.press('Continue');
  }
}
