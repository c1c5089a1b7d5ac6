import { expect, test } from '@/e2e/fixtures/mail-portal';
import { CasePage } from '@/e2e/pages/case-page';
import { CheckPage } from '@/e2e/pages/check-page';
import { HolidaysPage } from '@/e2e/pages/holidays-page';
import { SignInPage } from '@/e2e/pages/sign-in-page';
import { SupplierHome } from '@/e2e/pages/supplier-home';
import { appliesFor, declares } from '@/e2e/steps/supplier';
import { BASE_CALENDAR, holidaysIn } from '@/lib/domain/calendar';
import { addWorkingDays, londonDate } from '@/lib/domain/clock';
import { formatPlainDate, type PlainDate } from '@/lib/domain/dates';
import { paths } from '@/lib/paths';

const today = londonDate(new Date());
const year = Number(today.slice(0, 4));
const after = (days: number) => addWorkingDays(BASE_CALENDAR, today, days);
const [second, third] = [after(2), after(3)];
const known = [year, year + 1].flatMap((each) => [...holidaysIn(BASE_CALENDAR, each)]);
const listOf = (dates: readonly PlainDate[]) => {
  const events = dates.map((date) => ({ date, title: 'Day of the portal', bunting: true }));
  return JSON.stringify({ 'england-and-wales': { division: 'england-and-wales', events } });
};
const longer = listOf([...known, second, third]);
const shorter = listOf([second, ...known.filter((day) => day > second && day < third), third]);

// At a portal of its own: what is published holds for everybody.
test('a manager publishes bank holidays: the days left of a case move, its due date stays', async ({
  mailPortal,
  mailBrowser,
}) => {
  test.setTimeout(240_000);
  const max = await mailPortal.staff('Max Manager', 'manager');
  const mia = await mailPortal.staff('Mia Manager', 'manager');
  const { sam, product } = await mailPortal.supplier();
  const home = new SupplierHome(await mailBrowser());
  await new SignInPage(home.page).signIn(sam);
  await home.open();
  const reference = await appliesFor(home, product);
  await declares(new CheckPage(home.page), reference);
  const review = new CasePage(await mailBrowser());
  await new SignInPage(review.page).signIn(await mailPortal.staff('Ann Assessor', 'assessor'));
  await review.open(reference);
  const due = formatPlainDate(after(10));
  await expect(review.head).toContainText(due);
  await expect(review.head).toContainText('10 working days left');

  const holidays = new HolidaysPage(await mailBrowser());
  await new SignInPage(holidays.page).signIn(max);
  const other = new HolidaysPage(await mailBrowser());
  await new SignInPage(other.page).signIn(mia);

  await test.step('Max sends nothing, then files that will not do, and is told of each', async () => {
    await holidays.opensUpload();
    await holidays.press('Upload');
    await holidays.refuses('Select a file');
    await holidays.uploads('days.txt', longer);
    await holidays.refuses('The selected file must be JSON');
    await holidays.uploads('days.json', listOf(['2027-06-31']));
    await holidays.refuses(/^2027-06-31 of England and Wales .+ must be a real date/);
    await holidays.uploads('days.json', `${longer}${' '.repeat(110_000)}`);
    await holidays.refuses('The selected file must be smaller than 100 kB');
  });

  await test.step('he and Mia each read what would change', async () => {
    await other.opensUpload();
    await other.uploads('shorter.json', shorter);
    await other.arrives('Check the bank holidays');
    await holidays.uploads('bank-holidays.json', longer);
    await holidays.arrives('Check the bank holidays');
    await holidays.says('Days added', '2 days', formatPlainDate(second), formatPlainDate(third));
    await holidays.says('Due dates that somebody was given stay as they are');
    await holidays.publishes(2, '', max.password);
    await holidays.refuses('Enter why you publish it');
    await holidays.publishes(2, 'Two days were proclaimed', max.password);
    await holidays.arrives('Bank holidays');
    await holidays.says('Version 2 is published', 'Two days were proclaimed', 'SHA-256');
    await holidays.says('https://www.gov.uk/bank-holidays.json', 'Max Manager');
  });

  await test.step('the case is due on the same day, with two working days less', async () => {
    await review.open(reference);
    await expect(review.head).toContainText(due);
    await expect(review.head).toContainText('8 working days left');
  });

  await test.step('Mia is told, keeps her file, and publishes it although it ends early', async () => {
    await other.publishes(2, 'It is shorter', mia.password);
    await other.arrives('Check the bank holidays');
    await other.says('Version 2 was published since you uploaded your file', 'Max Manager');
    await other.says('shorter.json', 'Check this first', `ends on ${formatPlainDate(third)}`);
    await expect(other.main.getByLabel('Why do you publish it?')).toHaveValue('It is shorter');
    await other.publishes(3, 'It is shorter', mia.password);
    await other.arrives('Bank holidays');
    await other.opensUpload();
    await other.uploads('again.json', shorter);
    await other.arrives('Check the bank holidays');
    await other.says('there is nothing to do');
    await other.press('Throw this file away');
    await other.arrives('Bank holidays');
  });

  await test.step('managers read first that it ends soon, and the audit has both', async () => {
    await other.page.goto(paths.manage);
    await other.says(`The bank holiday calendar ends on ${formatPlainDate(third)}`);
    await other.page.goto(paths.audit);
    await other.says('Bank holiday calendar published');
  });
});
