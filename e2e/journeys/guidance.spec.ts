import { expect, test } from '@/e2e/fixtures/mail-portal';
import { GuidancePage } from '@/e2e/pages/guidance-page';
import { QuestionPage } from '@/e2e/pages/question-page';
import { SignInPage } from '@/e2e/pages/sign-in-page';
import { SupplierHome } from '@/e2e/pages/supplier-home';
import { paths } from '@/lib/paths';

const Q3 = 'Q.3 EUO process';
const OLD = 'Who checks';
const NEW = 'Who checks, by name';
const ADDED = 'Where <b>the record</b> is kept';

// At a portal of its own: what is published holds for everybody who starts an application.
test('a manager words a point anew and adds one, and who began before keeps theirs', async ({
  mailPortal,
  mailBrowser,
}) => {
  test.setTimeout(240_000);
  const max = await mailPortal.staff('Max Manager', 'manager');
  const mia = await mailPortal.staff('Mia Manager', 'manager');
  const guidance = new GuidancePage(await mailBrowser());
  await new SignInPage(guidance.page).signIn(max);
  const starts = async () => {
    const { sam, product } = await mailPortal.supplier();
    const page = await mailBrowser();
    await new SignInPage(page).signIn(sam);
    const home = new SupplierHome(page);
    await home.open();
    const reference = await home.starts(product);
    return new QuestionPage(page, 'euo-process').open(reference);
  };
  const earlier = await starts();
  await earlier.says(OLD);

  await test.step('Max changes nothing, then a point, and reads what would change', async () => {
    await guidance.begins(Q3);
    await guidance.types({ 'New point 1': `${OLD} ` });
    await guidance.refuses(
      'Each point must say something else',
      'Enter why you change the guidance',
    );
    await guidance.types({
      ...{ 'Point 1': NEW, 'New point 1': ADDED, 'Place of new point 1': '2' },
      'Why do you change it?': 'Suppliers asked who is meant',
    });
    await guidance.arrives('Check what changes');
    await guidance.says(`reworded: ‘${OLD}’ is now ‘${NEW}’`, `point added: ‘${ADDED}’`);
    await guidance.says(/under way keep/, 'Suppliers asked who is meant');
  });

  await test.step('he goes back to it, finds it as he typed it, and publishes', async () => {
    await guidance.follow('Change it again');
    await guidance.says('It is not published yet');
    await expect(guidance.main.getByLabel('Point 1', { exact: true })).toHaveValue(NEW);
    await guidance.press('See what changes');
    await guidance.publishes(2, max.password);
    await guidance.says('Version 2 is published', 'Max Manager', ADDED);
  });

  await test.step('who starts now reads the new points, who began before the old ones', async () => {
    await (await starts()).says(NEW, ADDED);
    await earlier.page.reload();
    await earlier.says(OLD);
    await earlier.neverSays(NEW);
  });

  await test.step('of two managers the second sees what the first did, and loses nothing', async () => {
    await guidance.begins(Q3);
    const other = new GuidancePage(await mailBrowser());
    await new SignInPage(other.page).signIn(mia);
    await other.begins(Q3);
    await other.types({ 'Point 3': 'When, by date', 'Why do you change it?': 'Clearer' });
    await other.publishes(3, mia.password);
    await guidance.types({ 'Point 1': 'Who it is', 'Why do you change it?': 'Shorter' });
    await guidance.arrives('Change the guidance of');
    await guidance.says('Somebody published a version since you began', 'Mia Manager', 'Clearer');
    const field = (name: string) => guidance.main.getByLabel(name, { exact: true });
    await expect(field('Point 1')).toHaveValue('Who it is');
    await expect(field('Point 3')).toHaveValue('When, by date');
    await guidance.press('See what changes');
    await guidance.publishes(4, max.password);
    await guidance.says('Who it is', 'When, by date');
  });

  await test.step('the chart of why more was asked for is marked where they were published', async () => {
    await guidance.page.goto(paths.manageWhy);
    await guidance.says(/Version 2 of the guidance, from \d+/, 'Version 4 of the guidance');
    await guidance.page.goto(paths.audit);
    await guidance.says('Guidance published');
  });
});
