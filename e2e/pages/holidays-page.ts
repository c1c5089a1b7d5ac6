import { paths } from '@/lib/paths';
import { Screen } from './screen';

const TITLE = 'Bank holidays';
const UPLOAD = 'Upload a bank holiday calendar';

/** /manage/settings/holidays: the bank holidays in force, their versions, and the next one's file. */
export class HolidaysPage extends Screen {
  async open(): Promise<this> {
    await this.page.goto(paths.settings);
    await this.arrivesAt('Settings');
    await this.follow('Change or look up bank holidays');
    return this.arrivesAt(TITLE);
  }

  arrives = (heading: string) => this.arrivesAt(heading);

  async opensUpload(): Promise<void> {
    await this.open();
    await this.follow(UPLOAD);
    await this.arrivesAt(UPLOAD);
  }

  async uploads(name: string, content: string): Promise<void> {
    const file = { name, mimeType: 'application/json', buffer: Buffer.from(content) };
    await this.main.getByLabel('Select the file').setInputFiles(file);
    await this.press('Upload');
  }

  /** Publishes what is shown, with the password where it is asked for. */
  async publishes(version: number, why: string, password: string): Promise<void> {
    await this.main.getByLabel('Why do you publish it?').fill(why);
    const proof = this.main.getByLabel('Your password');
    if (await proof.isVisible()) await proof.fill(password);
    await this.press(`Publish version ${version}`);
  }
}
