import { expect, test } from '@/e2e/fixtures';
import { AskedPage, SpotCheckPage } from '@/e2e/pages/spot-check-page';
import { paths } from '@/lib/paths';

test('an assessor asks again for what is not satisfactory, with a new date and words', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  await world.liveEuos(larch, 1);
  const ann = await world.staff('Ann Assessor', 'assessor');
  const place = await world.spotCheckAt('answered', larch, ann);
  const check = new SpotCheckPage(await signIn(ann));
  await check.page.goto(paths.spotCheckMark(larch.odsCode, place.id, place.item));
  await check.says('once you finish the spot check, or as soon as anyone asks again');
  await check.marks('Not satisfactory', 'The letter has no date.');
  await check.says('Everything is marked: 0 of 1 satisfactory');
  await check.follow('Ask again');
  await check.says('The supplier is asked again for the evidence of 1 organisation');
  await check.press('Ask the supplier again');
  await check.refuses('Enter a message');
  const month = check.main.getByLabel('Month');
  const good = await month.inputValue();
  await month.fill('13');
  await check.press('Ask the supplier again');
  await check.refuses('Due date must be a real date', 'Enter a message');
  await month.fill(good);
  await check.main.getByLabel('Message').fill('A letter with its date.');
  await check.press('Ask the supplier again');
  await check.says('The supplier is asked again', 'Asked for again', 'A letter with its date.');
  await check.opens(/Elm Surgery/);
  await check.says('The supplier is asked for more. This is what it sent before.', 'Note sent on');
  await check.page.goto(paths.supplierSpotCheck(larch.odsCode, place.id));

  const asked = new AskedPage(await signIn(larch.sam));
  await asked.opensCheck();
  await asked.says('The assessor asks again for the evidence of 1 end user organisation by');
  await asked.says('A letter with its date.', 'The letter has no date.');
  await asked.mustNotAnswer();
  await asked.writes(/Elm Surgery/, 'The letter of 3 January 2026 is in the folder.');
  await asked.press('Send to the assessor');
  await asked.says('The evidence is sent to the assessor');

  await check.page.reload();
  await check.says('1 organisation to mark', 'To mark again');
  await check.opens(/Elm Surgery/);
  await check.says('The letter of 3 January 2026 is in the folder.');
  await check.marks('Satisfactory');
  await check.says('Everything is marked: 1 of 1 satisfactory');
  await check.finishes();
  await check.says('Finished: 1 of 1 satisfactory');
  await expect(check.main.getByRole('link', { name: /^(Ask again|Cancel)/ })).toHaveCount(0);
});

test('a spot check that was drawn by mistake is cancelled with a reason, and counts for nothing', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  await world.liveEuos(larch, 1);
  const ann = await world.staff('Ann Assessor', 'assessor');
  const { id } = await world.spotCheckAt('open', larch, ann);
  const check = new SpotCheckPage(await signIn(ann));
  await check.page.goto(paths.supplierSpotCheck(larch.odsCode, id));
  await check.follow('Cancel the spot check');
  await check.press('Cancel the spot check');
  await check.refuses('Enter a reason');
  const second = new SpotCheckPage(await check.page.context().newPage());
  await second.page.goto(paths.spotCheckPart(larch.odsCode, id, 'cancel'));
  await check.main.getByLabel('Reason').fill('Drawn for another supplier.');
  await check.press('Cancel the spot check');
  await check.says('The spot check is cancelled, and the supplier is told');
  await check.says('Cancelled. It counts for nothing.', 'Why: Drawn for another supplier.');
  await second.main.getByLabel('Reason').fill('Drawn too early.');
  await second.press('Cancel the spot check');
  await second.says('The spot check was cancelled already', 'Why: Drawn for another supplier.');
  await second.neverSays('the supplier is told');
  await check.opensRecord(larch.name);
  await check.says('Cancelled', 'Counts for nothing');

  const asked = new AskedPage(await signIn(larch.sam));
  await asked.page.goto(paths.spotCheck(id));
  await asked.says('The assessor has cancelled this spot check', 'Drawn for another supplier.');
  await asked.mustNotAnswer();
  await asked.page.goto(paths.euos);
  await asked.neverSays('The assessor asks for evidence');
});
