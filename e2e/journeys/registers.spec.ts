import { randomUUID } from 'node:crypto';
import { expect, test } from '@/e2e/fixtures/mail-portal';
import { RegistersPage } from '@/e2e/pages/registers-page';
import { SignInPage } from '@/e2e/pages/sign-in-page';
import { londonDate } from '@/lib/domain/clock';
import { dateFields, formatPlainDate } from '@/lib/domain/dates';

const HEADINGS = 'Code,Organisation Name,Status,Date Of Publication,Primary Sector';
const DSPT = 'DSPT register';
// The latest day there is: what another test uploaded here is not in use then.
const today = londonDate(new Date());
const DAY = dateFields(today);
const HEADING = `DSPT register of ${formatPlainDate(today)}`;

/** A register that no other test has: the same file twice would be one snapshot. */
function register(rows: number, ...more: string[]) {
  const mark = randomUUID().slice(0, 8).toUpperCase();
  const lines = Array.from(
    { length: rows },
    (_, n) => `${mark}${n},"Aster ${mark} Surgery, ${n}",25/26 Standards Met,28/06/2026,GP`,
  );
  return { mark, content: [HEADINGS, ...lines, ...more].join('\r\n') };
}

// At a portal of its own: what is in use shows on every supplier's pages.
test('a register is uploaded, read, searched, and confirmed where it holds too little @desktop', async ({
  mailPortal,
  mailBrowser,
}) => {
  const registers = new RegistersPage(await mailBrowser());
  await new SignInPage(registers.page).signIn(await mailPortal.staff('Ann Assessor', 'assessor'));
  await registers.opensUpload();
  await registers.fills(DSPT, { ...DAY, day: '31', month: '6' });
  await registers.uploads('register.txt', HEADINGS);
  await registers.refuses('Date of the file must be a real date', /must be a CSV/);
  await expect(registers.main.getByLabel('Day')).toHaveValue('31');

  const { mark, content } = register(10, ',Nobody,25/26 Standards Met,28/06/2026,GP');
  await registers.opensUpload();
  await registers.fills(DSPT, DAY);
  await registers.uploads('register.csv', content);
  await registers.isRead(HEADING, '10 rows', 'The code is missing', '25/26 Standards Met');
  await registers.finds(`${mark} surgery, 7`);
  await registers.says(`${mark}7`, `Aster ${mark} Surgery, 7`, '28 June 2026');

  await registers.opensUpload();
  await registers.fills(DSPT, DAY);
  await registers.uploads('the-same.csv', content);
  await registers.says('This file was uploaded before');

  const few = register(3);
  await registers.opensUpload();
  await registers.fills(DSPT, DAY);
  await registers.uploads('few.csv', few.content);
  await registers.isRead(HEADING, 'Check this file before it is used', '3 rows');
  await registers.press('Confirm this file');
  await registers.says('The file is confirmed and in use');

  await registers.opensUpload();
  await registers.fills(DSPT, DAY);
  await registers.uploads('other.csv', 'Name,Place\nA,B');
  await registers.isRead(HEADING, 'This file could not be read', 'must have the columns');
});
