import type { PlainDate } from '@/lib/domain/dates';
import { dateFields } from '@/lib/domain/dates';
import { paths } from '@/lib/paths';
import { Screen } from './screen';

type Change = { value: string; from: PlainDate; reason: string };

/** /manage/settings: what managers set, and its history. */
export class SettingsPage extends Screen {
  async open(): Promise<this> {
    await this.page.goto(paths.settings);
    return this.arrivesAt('Settings');
  }

  /** What the heading of a setting says of it: 'Target for the first response: 10 working days'. */
  inForce = async (label: string): Promise<string> =>
    `${await this.main.getByRole('heading', { level: 2, name: label }).textContent()}`;

  async changes(label: string, { value, from, reason }: Change): Promise<void> {
    await this.open();
    await this.follow(`Change ${label.toLowerCase()}`);
    await this.arrivesAt(label);
    await this.main.getByLabel('Working days').fill(value);
    for (const [part, text] of Object.entries(dateFields(from)))
      await this.main.getByLabel(new RegExp(`^${part}$`, 'i')).fill(text);
    await this.main.getByLabel('Reason').fill(reason);
    await this.press('Save setting');
  }
}
