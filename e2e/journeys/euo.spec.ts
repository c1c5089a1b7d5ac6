import { expect, test } from '@/e2e/fixtures';
import { EuoPage } from '@/e2e/pages/euo-page';
import { londonDate } from '@/lib/domain/clock';
import { addDays, dateFields } from '@/lib/domain/dates';
import { requiredEdition } from '@/lib/domain/dspt';
import { formatDate } from '@/lib/format';
import { paths } from '@/lib/paths';

const today = londonDate(new Date());
const addedDay = (days: number) => dateFields(addDays(today, days));
const [now, yesterday] = [dateFields(today), addedDay(-1)];

test('Sam adds an organisation, mends what is missing, and makes it live', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const version = await world.aupInForce();
  const page = await signIn(larch.sam);
  const euo = new EuoPage(page);
  const code = `${larch.odsCode}1`;

  await test.step('by its code, in whichever case', async () => {
    await euo.begins('not a code!');
    await euo.refuses('ODS code must only include letters and numbers');
    await euo.adds(code.toLowerCase(), 'Elm, Ash & Sons’ Surgery');
    await euo.says('The organisation is added as planned', 'Not proven: 2 things are missing');
    await euo.says(/DSPT: no check is recorded/, 'AUP: no alert is recorded');
    await euo.open(code.toLowerCase());
  });

  await test.step('the AUP alert, with the wrong date first', async () => {
    await euo.goes('Record the AUP alert', 'AUP alert');
    const select = page.getByRole('combobox', { name: 'Version of the AUP' });
    if (await select.count()) await select.selectOption(version ?? '');
    else await page.getByLabel('Version of the AUP').fill('1');
    await euo.dates('When did you alert them?', { ...yesterday, day: '31', month: '6' });
    await page.getByLabel('How did you alert them?').fill('Email');
    await page.getByLabel('Who alerted them?').fill('Sam');
    await euo.press('Save alert');
    await euo.refuses('Date of the alert must be a real date');
    await euo.dates('When did you alert them?', yesterday);
    await euo.press('Save alert');
    await euo.says('The AUP alert is saved', 'Not proven: 1 thing is missing');
  });

  await test.step('a DSPT check', async () => {
    await euo.goes('Record a check', 'Record a DSPT check');
    await euo.dates('When did you check?', yesterday);
    await page.getByLabel('Standards Met', { exact: true }).check();
    await page.getByLabel('Edition').selectOption(requiredEdition(today));
    const published = { day: '28', month: '6', year: `20${requiredEdition(today).slice(3)}` };
    await euo.dates('When was it published?', published);
    await euo.press('Save check');
    await euo.says('The DSPT check is saved', 'Ready: nothing is missing', 'Sam Sample');
  });

  await test.step('it goes live, which needs no override, and stands in the list', async () => {
    await euo.goes(/^Make live/, 'Make it live');
    await expect(euo.main.getByRole('link', { name: /by an override/ })).toHaveCount(0);
    await euo.goesLive('Make live', now);
    await euo.says('It is live', `Ready: everything was in place on ${formatDate(today)}`);
    await euo.stands('From planned to live', 'DSPT check recorded');
    await page.goto(paths.euos);
    await expect(page.getByRole('link', { name: /Elm, Ash & Sons’ Surgery/ })).toBeVisible();
  });

  await test.step('a correction that needs an override keeps its reason, and is undone', async () => {
    await euo.open(code);
    await euo.goes(/^Change go-live date/, 'Correct the go-live date');
    await euo.dates('The day on which it went live', addedDay(-2));
    await page.getByLabel('Reason').fill('It opened two days before.');
    await euo.press('Correct the date');
    const override = 'Correct the go-live date though it was not ready';
    await euo.goes(/^As a signatory you can/, override);
    await expect(page.getByLabel('Justification')).toHaveValue('It opened two days before.');
    await euo.press('Correct by an override');
    await euo.says('The go-live date is corrected', 'It went live by an override');
    await euo.goes(/^Change go-live date/, 'Correct the go-live date');
    await expect(page.getByLabel('Reason')).toHaveValue('');
    await euo.dates('The day on which it went live', now);
    await page.getByLabel('Reason').fill('It was today after all.');
    await euo.press('Correct the date');
    await euo.stands(`By what is recorded now, it was ready on ${formatDate(today)}`);
  });

  await test.step('the same code again leads to it', async () => {
    await euo.begins(code);
    await euo.says('This organisation was added already. Nothing was changed.');
  });
});

test('Sam overrides, suspends, makes live again and disconnects @desktop', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const made = await world.euo(larch);
  const page = await signIn(larch.sam);
  const euo = new EuoPage(page);
  const old = new EuoPage(await page.context().newPage());

  await test.step('refused with every reason, each leading to where it is mended', async () => {
    await euo.opens(made, 'go-live', 'Make it live');
    await page.getByLabel('Note (optional)').fill('The ward moves in today.');
    await euo.goesLive('Make live', now);
    const at = (part: 'check' | 'aup') => paths.euoPart(made.code, made.id, part);
    await euo.refusesToGoLive(
      `It is not ready as at ${formatDate(today)}: 2 things are missing`,
      ['DSPT: no check is recorded, and no register has it.', at('check')],
      ['AUP: no alert is recorded.', at('aup')],
      [
        'As a signatory you can make it live by an override',
        `${paths.euoPart(made.code, made.id, 'go-live')}?override=yes&on=${today}`,
      ],
    );
    await expect(page).toHaveTitle(/^Error: Make .* live/);
  });

  await test.step('a contributor alone cannot override', async () => {
    const chris = new EuoPage(await signIn(larch.chris));
    await chris.opens(made, 'go-live', 'Make it live');
    await expect(chris.main.getByRole('link', { name: /by an override/ })).toHaveCount(0);
    await chris.opens(made, 'go-live?override=yes', 'Make it live');
    await expect(chris.button('Make live by an override')).toHaveCount(0);
  });

  await test.step('by an override, which is shown', async () => {
    await old.opens(made, 'go-live', 'Make it live');
    await euo.goes(/^As a signatory you can/, 'Make it live though it is not ready');
    await expect(euo.button('Make live')).toHaveCount(0);
    await expect(euo.main.getByLabel('Year')).toHaveValue(now.year);
    await expect(page.getByLabel('Justification')).toHaveValue('The ward moves in today.');
    await euo.goesLive('Make live by an override', now, '');
    await euo.refusesToGoLive('Enter a justification');
    await expect(page).toHaveTitle(/^Error: Make .* live by an override/);
    await euo.goesLive('Make live by an override', now, 'The hospital closes tomorrow.');
    await euo.stands('It went live by an override, by Sam Sample', 'The hospital closes tomorrow.');
    await euo.says('Assessors see this');
  });

  await test.step('a form from before says how it stands now', async () => {
    await old.goesLive('Make live', now);
    await old.says('This had moved on since you opened the page', 'It went live by an override');
  });

  await test.step('suspended, live again, disconnected', async () => {
    await euo.open(made.code);
    await euo.moves(/^Suspend/, 'Suspend', 'A security incident.');
    await euo.stands('It is suspended', 'A security incident.');
    await euo.moves(/^Make live again/, 'Make live again', 'Mended.');
    await euo.stands('It is live again');
    await euo.moves(/^Disconnect/, 'Disconnect', 'They left.');
    await euo.stands('It is disconnected', 'They left.');
    await expect(euo.main.getByRole('link', { name: /^(Change|Suspend|Record)/ })).toHaveCount(0);
    await expect(euo.main.getByRole('link', { name: /^Add files/ })).toBeVisible();
  });
});

test('two tabs, a stranger, and a moved page lose nothing @desktop', async ({ world, signIn }) => {
  const larch = await world.supplier();
  const elm = await world.supplier();
  const made = await world.euo(larch);
  const page = await signIn(larch.sam);
  const first = new EuoPage(page);
  const second = new EuoPage(await page.context().newPage());
  await first.opens(made, 'details', 'Details of');
  await second.opens(made, 'details', 'Details of');
  await first.main.getByLabel('Contact name').fill('Pat Porter');
  await first.press('Save details');
  await first.says('The details are saved', 'Pat Porter');
  await second.main.getByLabel('Contact name').fill('Chris Carter');
  await second.press('Save details');
  await second.refuses(/^Sam Sample changed this on .* Yours is not saved yet$/);
  await second.says('Two versions of these details', 'Pat Porter', 'Chris Carter');
  await second.press('Save details');
  await second.says('The details are saved', 'Chris Carter');
  await second.says('Contact name: from Pat Porter to Chris Carter');

  const stranger = await signIn(elm.sam);
  for (const path of [paths.euo(made.code), paths.euoPart(made.code, made.id, 'details')]) {
    await stranger.goto(path);
    await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('Page not found');
  }
  await page.goto(paths.euoPart('NOTIT', made.id, 'details'));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Page not found');
});

test('Sam corrects a go-live date, and is told that its product is not cleared @desktop', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const made = await world.liveEuo(larch);
  const page = await signIn(larch.sam);
  const euo = new EuoPage(page);
  await page.goto(paths.euos);
  await euo.says('Live without being cleared', '1 end user organisation is live');
  await euo.follow(/1 end user organisation is live/);
  await euo.says('Product not cleared for live');
  await euo.open(made.code);
  await euo.says('Not cleared for live. This organisation is live on');
  await euo.goes(/^Change go-live date/, 'Correct the go-live date');
  await euo.dates('The day on which it went live', addedDay(-2));
  await euo.press('Correct the date');
  await euo.refuses('Enter a reason');
  await expect(page).toHaveTitle(/^Error: Correct the go-live date/);
  await page.getByLabel('Reason').fill('I mixed up two surgeries.');
  await euo.press('Correct the date');
  await euo.says('The go-live date is corrected', 'I mixed up two surgeries.');
  await euo.says(`to ${formatDate(addDays(today, -2))}`);
});
