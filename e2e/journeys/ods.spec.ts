import { randomUUID } from 'node:crypto';
import { expect, test } from '@/e2e/fixtures/mail-portal';
import { EuoPage } from '@/e2e/pages/euo-page';
import { OrganisationPage } from '@/e2e/pages/organisation-page';
import { RegistersPage } from '@/e2e/pages/registers-page';
import { SignInPage } from '@/e2e/pages/sign-in-page';

const PHARMACIES = 'ODS: Pharmacies (edispensary)';
const DAY = { day: '1', month: '11', year: '2026' };
const freshCode = () => `E${randomUUID().slice(0, 6).toUpperCase()}`;

// At a portal of its own: what is in use shows on every supplier's pages.
test('an ODS file is uploaded, read, and in use beside the DSPT register @desktop', async ({
  mailPortal,
  mailBrowser,
}) => {
  const registers = new RegistersPage(await mailBrowser());
  await new SignInPage(registers.page).signIn(await mailPortal.staff('Ann Assessor', 'assessor'));
  await registers.opensUpload();
  await registers.uploads('nothing-said.csv', 'A,B');
  await registers.refuses(
    'Select what the file holds',
    'Enter the date of the file',
    /other answers were not complete/,
  );

  const code = freshCode();
  const row = (own: string, name: string, status = '') =>
    `"${own}","${name}","Y63","","1 ASTER STREET","ASTERTON","","","","ZZ1 1AA","20130401","","${status}","1"`;
  const lines = [
    row(code, `O'NEIL, & CO`),
    row(`${code}X`, 'BIRCH PHARMACY', 'D'),
    row('', 'NOBODY'),
  ];
  await registers.fills(PHARMACIES, DAY);
  await registers.uploads('edispensary.csv', lines.join('\r\n'));
  await registers.isRead(
    ...(['ODS file of 1 November 2026: Pharmacies', '2 rows'] as const),
    ...['The code is missing', 'No status given', 'Dormant'],
  );
  await registers.open();
  await registers.says('Pharmacies', 'the file of 1 November 2026', 'In use');

  await registers.opensUpload();
  await registers.fills(PHARMACIES, DAY);
  await registers.uploads('register.csv', 'Code,Organisation Name,Status,Date Of Publication');
  await registers.isRead('ODS file of 1 November 2026: Pharmacies', 'An ODS file has none');
});

test('a manager reads what ODS says of a code, and asks again where it did not answer @desktop', async ({
  mailPortal,
  mailBrowser,
}) => {
  const organisation = new OrganisationPage(await mailBrowser());
  const manager = await mailPortal.staff('Mo Manager', 'manager');
  await new SignInPage(organisation.page).signIn(manager);
  const [first, unknown, silent] = [freshCode(), freshCode(), freshCode()];
  await organisation.adds(`Aster ${first}`, first);
  await organisation.says('The organisation is added', `${first} in the Organisation Data Service`);
  await organisation.says(
    `ODS has ${first} INVENTED SURGERY, THE HEALTH CENTRE`,
    'active (asked on',
  );
  await expect(organisation.checkNow).toHaveCount(0);

  const issue = { resourceType: 'OperationOutcome', issue: [] };
  mailPortal.odsReplies.set(unknown, { status: 404, body: issue });
  await organisation.changesCode(unknown);
  await organisation.says('The details are saved', 'ODS does not know this code (asked on');

  mailPortal.odsReplies.set(silent, { status: 503 });
  await organisation.changesCode(silent);
  await organisation.says('Not checked', 'ODS did not answer. Check again later.');
  mailPortal.odsReplies.delete(silent);
  await organisation.checkNow.click();
  await organisation.says('The ODS code is checked', `ODS has ${silent} INVENTED SURGERY`);
});

test('what Sam typed of a new organisation outlasts the look-up of its code', async ({
  mailPortal,
  mailBrowser,
}) => {
  const larch = await mailPortal.supplier();
  const euo = new EuoPage(await mailBrowser());
  await new SignInPage(euo.page).signIn(larch.sam);
  const field = (label: string) => euo.main.getByLabel(label, { exact: true });
  const code = freshCode();
  mailPortal.odsReplies.set(code, { status: 503 });
  await euo.begins(code);
  await field('Contact name (optional)').fill('Pat Porter');
  await euo.dates('Planned go-live date (optional)', { day: '27', month: '3', year: '2027' });
  await field('Not applicable').check();
  await euo.press('Look up name and address');
  await euo.refuses('ODS did not answer. Check again later.');

  mailPortal.odsReplies.delete(code);
  await euo.press('Look up name and address');
  await euo.says(`ODS has ${code} INVENTED SURGERY`, 'Its name and address stand below');
  await expect(field('Name')).toHaveValue(`${code} INVENTED SURGERY`);
  await expect(field('Address (optional)')).toHaveValue(/^THE HEALTH CENTRE.*ZZ1 1AA$/);
  await expect(field('Contact name (optional)')).toHaveValue('Pat Porter');
  await expect(field('Year')).toHaveValue('2027');
  await expect(field('Not applicable')).toBeChecked();
  await field('Why it does not apply').fill('No clinical use.');
  await field('Contact email address (optional)').fill('pat@elm.example');
  await field('Contact email address (optional)').press('Enter');
  await euo.says('The organisation is added as planned', 'Pat Porter, pat@elm.example');

  const own = freshCode();
  await euo.begins(own);
  await field('Name').fill('Elm House');
  await euo.press('Look up name and address');
  await expect(field('Address (optional)')).toHaveValue(/^THE HEALTH CENTRE/);
  await expect(field('Name')).toHaveValue('Elm House');
  await field('Address (optional)').fill('');
  await euo.press('Add organisation');
  await euo.says(
    'The organisation is added as planned',
    'From the Organisation Data Service (asked',
  );
});
