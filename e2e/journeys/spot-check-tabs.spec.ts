import { expect, type Given, test } from '@/e2e/fixtures';
import { textFile } from '@/e2e/pages/files-page';
import { AskedPage, SpotCheckPage } from '@/e2e/pages/spot-check-page';
import { paths } from '@/lib/paths';

/** The supplier of a spot check that is open, at the one organisation drawn. */
async function openItem({ world, signIn }: Pick<Given, 'world' | 'signIn'>) {
  const larch = await world.supplier();
  await world.liveEuos(larch, 1);
  const ann = await world.staff('Ann Assessor', 'assessor');
  const { id, item } = await world.spotCheckAt('open', larch, ann);
  const page = await signIn(larch.sam);
  const asked = new AskedPage(page);
  await page.goto(paths.spotCheckItem(id, item));
  return { larch, id, item, page, asked };
}

test('a note for a spot check that was sent meanwhile is shown, and kept until it is removed', async ({
  world,
  signIn,
}) => {
  const { larch, id, item, asked } = await openItem({ world, signIn });
  const words = 'We rang the surgery & wrote it down.';
  await asked.main.getByLabel('Note to the assessor').fill(words);
  await world.writesNote(larch.sam, { id, item }, 'From another tab.');
  await world.sendsSpotCheck(larch.sam, { id, item });
  await asked.press('Save note');
  await asked.says('What you typed was not saved', 'had been sent', words, 'From another tab.');
  await asked.neverSays('Go back to the application');
  await asked.press('Remove these words');
  await expect(asked.main).not.toContainText(words);
});

test('two tabs on one note are told who saved the other, and what becomes of it', async ({
  world,
  signIn,
}) => {
  const { larch, id, item, asked } = await openItem({ world, signIn });
  await world.writesNote(larch.chris, { id, item }, 'From Chris.');
  await asked.main.getByLabel('Note to the assessor').fill('From Sam.');
  await asked.press('Save note');
  await asked.refuses(/^Chris Colleague saved a different note on .+\. Yours is not saved yet$/);
  await asked.says('Saved by Chris Colleague', 'It then replaces the saved version.');
  await asked.neverSays('stays in the timeline');
  await asked.press('Save note');
  await asked.says('Your note is saved');
});

test('files for a spot check lead back to it', async ({ world, signIn }) => {
  const { id, item, page, asked } = await openItem({ world, signIn });
  await asked.follow('Add files');
  const back = page.getByRole('link', { name: 'Spot check', exact: true });
  await expect(back).toHaveAttribute('href', paths.spotCheckItem(id, item));
  await asked.main.getByLabel(/^Add files/).setInputFiles(textFile('alert.txt', 'On the day.'));
  await asked.press('Upload');
  await asked.says('1 file added');
  await asked.press(/^Remove/);
  await asked.says('The file is removed');
  await back.click();
  await expect(page).toHaveURL(new RegExp(`${paths.spotCheckItem(id, item)}$`));
});

test('a mark for a spot check that was finished meanwhile is shown, and kept until it is removed', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  await world.liveEuos(larch, 1);
  const [ann, amir] = [
    await world.staff('Ann Assessor', 'assessor'),
    await world.staff('Amir Assessor', 'assessor'),
  ];
  const place = await world.spotCheckAt('answered', larch, ann);
  const check = new SpotCheckPage(await signIn(ann));
  await check.page.goto(paths.spotCheckMark(larch.odsCode, place.id, place.item));
  await check.main.getByLabel('Note for staff').fill('The letter & its date agree.');
  await world.finishesSpotCheck(amir, place);
  await check.marks('Satisfactory', 'All is there.');
  await check.says('What you typed was not saved', 'All is there.', 'The letter & its date agree.');
  await check.says('By Amir Assessor', 'It has no date.');
  await check.press('Remove these words');
  await expect(check.main).not.toContainText('The letter & its date agree.');
});

test('whoever has a conflict of interest with a supplier neither draws nor marks @desktop', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  await world.liveEuos(larch, 2);
  const ann = await world.staff('Ann Assessor', 'assessor');
  const amir = await world.staff('Amir Assessor', 'assessor');
  const place = await world.spotCheckAt('answered', larch, amir);
  const reference = await world.caseAt('taken', larch, { assessor: amir, second: amir });
  const check = new SpotCheckPage(await signIn(ann));
  await check.page.goto(paths.spotCheckMark(larch.odsCode, place.id, place.item));
  await world.declaresConflict(ann, reference);
  await check.marks('Satisfactory', 'All is there.');
  await check.says('What you typed was not saved', 'All is there.');
  await check.says('You have a conflict of interest with this supplier');
  await check.neverSays('could no longer be marked');
  await check.opensRecord(larch.name);
  await expect(check.main.getByRole('link', { name: 'Draw a spot check' })).toHaveCount(0);
  await check.page.goto(paths.spotCheckNew(larch.odsCode));
  await check.says('so somebody else has to draw');
  await check.page.goto(paths.supplierSpotCheck(larch.odsCode, place.id));
  await check.says('Another assessor marks it, since you declared a conflict of interest');
});
