import { paths } from '@/lib/paths';
import { Screen } from './screen';

type Version = { version: string; day: string; month: string; year: string };

/** /manage/aup: the versions of the acceptable use policy. */
export class AupVersionsPage extends Screen {
  async open(): Promise<this> {
    await this.page.goto(paths.aup);
    return this.arrivesAt('AUP versions');
  }

  async fillsIn(given: Version): Promise<void> {
    await this.open();
    await this.follow('Publish a version');
    await this.arrivesAt('Publish a version of the AUP');
    for (const [part, text] of Object.entries(given))
      await this.main.getByLabel(new RegExp(`^${part}$`, 'i')).fill(text);
    await this.press('Publish version');
  }

  /** From a version to the judging that it brought, and among all of them. */
  async seesWhatChanged(version: string): Promise<void> {
    await this.follow(`What version ${version} changed`);
    await this.arrivesAt(`AUP version ${version}`);
    await this.says('What it changes for approvals', 'What it changes for end user organisations');
    await this.page.goto(paths.judgingRuns);
    await this.arrivesAt('What was judged again');
    await this.says(`AUP version ${version}`, 'Days on which nothing changed are left out');
  }
}
