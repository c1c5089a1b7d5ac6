import { expect, test } from '@/e2e/fixtures/mail-portal';
import { AupVersionsPage } from '@/e2e/pages/aup-versions-page';
import { SignInPage } from '@/e2e/pages/sign-in-page';
import { londonDate } from '@/lib/domain/clock';
import { dateFields, formatPlainDate } from '@/lib/domain/dates';

const today = londonDate(new Date());

// At a portal of its own: every end user organisation is judged by what is published.
test('a manager publishes a version of the AUP, which assessors read @desktop', async ({
  mailPortal,
  mailBrowser,
}) => {
  const versions = new AupVersionsPage(await mailBrowser());
  await new SignInPage(versions.page).signIn(await mailPortal.staff('Max Manager', 'manager'));
  await versions.open();
  await versions.says('No version is published');

  await versions.fillsIn({ version: '', day: '31', month: '6', year: '2026' });
  await versions.refuses('Enter version', 'Date in force must be a real date');
  await expect(versions.main.getByLabel('Day')).toHaveValue('31');

  await versions.fillsIn({ version: '2.0', ...dateFields(today) });
  await versions.says(
    'The version is published',
    formatPlainDate(today),
    'In force',
    'by Max Manager',
  );
  await versions.seesWhatChanged('2.0');
  await versions.fillsIn({ version: 'v2.0', ...dateFields(today) });
  await versions.refuses(
    'Version 2.0 is published already',
    `Version 2.0 is in force from ${formatPlainDate(today)}`,
  );

  const reader = new AupVersionsPage(await mailBrowser());
  await new SignInPage(reader.page).signIn(await mailPortal.staff('Ann Assessor', 'assessor'));
  await reader.open();
  await reader.says('2.0', formatPlainDate(today));
  await expect(reader.main.getByRole('link', { name: 'Publish a version' })).toHaveCount(0);
});
