import { expect, test } from '@/e2e/fixtures/mail-portal';
import { AupVersionsPage } from '@/e2e/pages/aup-versions-page';
import { SignInPage } from '@/e2e/pages/sign-in-page';

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

  await versions.fillsIn({ version: '2.0', day: '1', month: 'April', year: '2026' });
  await versions.says('The version is published', '1 April 2026', 'In force', 'by Max Manager');
  await versions.fillsIn({ version: 'v2.0', day: '1', month: '4', year: '2026' });
  await versions.refuses(
    'Version 2.0 is published already',
    'Version 2.0 is in force from 1 April 2026',
  );

  const reader = new AupVersionsPage(await mailBrowser());
  await new SignInPage(reader.page).signIn(await mailPortal.staff('Ann Assessor', 'assessor'));
  await reader.open();
  await reader.says('2.0', '1 April 2026');
  await expect(reader.main.getByRole('link', { name: 'Publish a version' })).toHaveCount(0);
});
