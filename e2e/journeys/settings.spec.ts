import { expect, test } from '@/e2e/fixtures/mail-portal';
import { SettingsPage } from '@/e2e/pages/settings-page';
import { SignInPage } from '@/e2e/pages/sign-in-page';
import { londonDate } from '@/lib/domain/clock';
import { addDays } from '@/lib/domain/dates';
import { paths } from '@/lib/paths';

const today = londonDate(new Date());
const TARGET = 'Target for the first response';

// At a portal of its own: what is set holds for everybody.
test('a manager changes the target with a reason, and everybody reads it @desktop', async ({
  mailPortal,
  mailBrowser,
}) => {
  const settings = new SettingsPage(await mailBrowser());
  await new SignInPage(settings.page).signIn(await mailPortal.staff('Max Manager', 'manager'));
  await settings.open();
  await settings.says('Came with the service', 'Bank holidays', `25 December ${today.slice(0, 4)}`);
  // The same journey without JavaScript may have been here before.
  const before = Number(/: (\d+) working/.exec(await settings.inForce(TARGET))?.[1]);
  const after = before + 2;

  await settings.changes(TARGET, { value: 'ten', from: addDays(today, -1), reason: '' });
  await settings.refuses(
    'Working days must be a whole number from 1 to 60',
    'Date in force must be today or later',
    'Enter reason',
  );
  await expect(settings.main.getByLabel('Working days')).toHaveValue('ten');

  await settings.changes(TARGET, { value: `${after}`, from: today, reason: 'Two people are away' });
  await settings.says(
    'The setting is saved',
    `${TARGET}: ${after} working days`,
    'Two people are away',
    'Max Manager',
    'Replaced',
  );
  await settings.page.goto(paths.home);
  await settings.says(`with a target of ${after} working days`);
  await settings.page.goto(paths.audit);
  await settings.says('Setting changed');
});
