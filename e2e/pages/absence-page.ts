import { dateFields, type PlainDate } from '@/lib/domain/dates';
import { paths } from '@/lib/paths';
import { Screen } from './screen';

/** Until when somebody is absent: on one's own page, and on a person's that a manager opens. */
export class AbsencePage extends Screen {
  async openOwn(): Promise<this> {
    await this.page.goto(paths.ownAbsence);
    return this.arrivesAt('Your absence');
  }

  async openOf({ name, actor }: { name: string; actor: { personId: string } }): Promise<this> {
    await this.page.goto(paths.person(actor.personId));
    return this.arrivesAt(name);
  }

  async sets(firstDayBack: PlainDate, button = 'Set absence'): Promise<void> {
    const group = this.main.getByRole('group', { name: 'First day back' });
    const { day, month, year } = dateFields(firstDayBack);
    await group.getByLabel('Day').fill(day);
    await group.getByLabel('Month').fill(month);
    await group.getByLabel('Year').fill(year);
    await this.press(button);
  }
}
