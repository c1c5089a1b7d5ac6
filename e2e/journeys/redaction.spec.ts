import { expect, test } from '@/e2e/fixtures';
import { Screen } from '@/e2e/pages/screen';
import { paths } from '@/lib/paths';

class EventPage extends Screen {
  async open(reference: string, sequence: number): Promise<this> {
    await this.page.goto(paths.historyEvent(reference, sequence));
    return this.arrivesAt(`${reference}, event ${sequence}`);
  }
}

test('two managers take words out, and know first which go and which stay @desktop', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const reference = await world.submitted(larch, {});
  const mo = await new EventPage(await signIn(await world.staff('Mo Manager', 'manager'))).open(
    reference,
    1,
  );
  const known = ['for good', 'requests for information', 'a declaration that was submitted'];
  await mo.says(...known);
  await mo.page.getByLabel('Why must these words be taken out?').fill('Somebody is named.');
  await mo.press('Ask for redaction');
  await mo.says('Another manager must do it');

  const max = await new EventPage(await signIn(await world.staff('Max Manager', 'manager'))).open(
    reference,
    1,
  );
  await max.says('Somebody is named.', ...known);
  await max.press('Take the words out');
  await max.says('The words of this event were taken out on');
  await expect(max.main.getByRole('button')).toHaveCount(0);
});
