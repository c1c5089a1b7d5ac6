import { paths } from '@/lib/paths';
import { Screen } from './screen';

const TITLE = 'Coverage points and reasons';

/** /manage/settings/guidance: what a good answer covers, and why one can be insufficient. */
export class GuidancePage extends Screen {
  async open(): Promise<this> {
    await this.page.goto(paths.settings);
    await this.arrivesAt('Settings');
    await this.follow(TITLE);
    return this.arrivesAt(TITLE);
  }

  arrives = (heading: string) => this.arrivesAt(heading);

  /** Opens the form of a question, as it is named in lists. */
  async begins(question: string): Promise<void> {
    await this.open();
    await this.follow(`Change the guidance of ${question}`);
    await this.arrivesAt(`Change the guidance of ${question}`);
  }

  /** Types into fields by their labels, and goes on. */
  async types(fields: Record<string, string>): Promise<void> {
    for (const [label, text] of Object.entries(fields))
      await this.main.getByLabel(label, { exact: true }).fill(text);
    await this.press('See what changes');
  }

  /** Publishes what is shown, with the password where it is asked for. */
  async publishes(version: number, password: string): Promise<void> {
    await this.arrivesAt('Check what changes');
    const proof = this.main.getByLabel('Your password');
    if (await proof.isVisible()) await proof.fill(password);
    await this.press(`Publish version ${version}`);
    await this.arrivesAt(TITLE);
  }
}
