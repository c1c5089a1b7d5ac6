import { randomUUID } from 'node:crypto';
import { expect, test } from '@/e2e/fixtures/mail-portal';
import { ImportPage } from '@/e2e/pages/import-page';
import { RegistersPage } from '@/e2e/pages/registers-page';
import { expectAccessible, hasJavaScript } from '@/e2e/pages/screen';
import { SignInPage } from '@/e2e/pages/sign-in-page';
import { londonDate } from '@/lib/domain/clock';
import { addDays, formatPlainDate, type PlainDate } from '@/lib/domain/dates';
import { deadlineOf, previousEdition, requiredEdition } from '@/lib/domain/dspt';
import { paths } from '@/lib/paths';

const today = londonDate(new Date());
const edition = requiredEdition(addDays(today, -30));
const inFile = (date: PlainDate) => date.split('-').reverse().join('/');
const parts = (date: PlainDate) => {
  const [year = '', month = '', day = ''] = date.split('-');
  return { day, month, year };
};

// At a portal of its own: a register is everybody's.
test('an organisation that was ready lapses with a new register, and both sides hear of it @desktop', async ({
  mailPortal,
  mailBrowser,
}) => {
  const code = randomUUID().slice(0, 7).toUpperCase().replaceAll('-', 'X');
  const owner = await mailPortal.supplier();
  const imports = new ImportPage(await mailBrowser());
  await new SignInPage(imports.page).signIn(owner.sam);
  const live = addDays(today, -25);
  await imports.uploads(
    [
      'ods_code,name,state,go_live_on,dspt_status,dspt_published_on,dspt_checked_on,aup_version,aup_alerted_on',
      [
        ...[code, 'Elder Surgery', 'live', live, `${edition} Standards Met`],
        ...[deadlineOf(edition), addDays(live, -2), '1', addDays(live, -2)],
      ].join(','),
    ].join('\n'),
  );
  await imports.press('Import 1 row');
  await imports.comesTo('euos.csv', 'The file is imported');
  await imports.follow('See your end user organisations');
  await imports.says('Elder Surgery', 'Ready');

  const registers = new RegistersPage(await mailBrowser());
  await new SignInPage(registers.page).signIn(await mailPortal.staff('Ann Assessor', 'assessor'));
  const asOf = addDays(today, -1);
  const old = previousEdition(edition);
  const row = `${code},Elder Surgery,${old} Standards Met,${inFile(deadlineOf(old))},GP`;
  await registers.opensUpload();
  await registers.fills('DSPT register', parts(asOf));
  const headings = 'Code,Organisation Name,Status,Date Of Publication,Primary Sector';
  await registers.uploads('register.csv', `${headings}\r\n${row}`);
  await registers.isRead(`DSPT register of ${formatPlainDate(asOf)}`, 'were judged again');
  await expect(registers.main.getByRole('columnheader', { name: 'Lapsed' })).toBeVisible();
  const found = registers.main.getByRole('row').filter({ hasText: owner.name });
  await expect(found.getByRole('cell', { name: '1', exact: true }).first()).toBeVisible();
  if (hasJavaScript()) await expectAccessible(registers.page);

  await imports.page.goto(paths.messages);
  await imports.says('1 end user organisation has lapsed');
  await imports.page.goto(`${paths.euos}?verdict=lapsed`);
  await imports.says('Elder Surgery', 'DSPT no longer passes');
  await imports.follow('Elder Surgery');
  await imports.says(`the register of ${formatPlainDate(asOf)} has ${old} Standards Met`);
});
