import { expect, test } from '@/e2e/fixtures/mail-portal';
import { EmailsPage } from '@/e2e/pages/emails-page';
import { ManagePeople } from '@/e2e/pages/manage-people';
import { SetPasswordPage } from '@/e2e/pages/set-password-page';
import { SignInPage } from '@/e2e/pages/sign-in-page';
import { paths } from '@/lib/paths';

const password = 'six-calm-otters-swim';

test('who is invited gets the link by email, sets a password and signs in @desktop', async ({
  mailPortal,
  mailBrowser,
}) => {
  const people = new ManagePeople(await mailBrowser());
  await new SignInPage(people.page).signIn(await mailPortal.staff('Mo Manager', 'manager'));
  await people.page.goto(paths.people);
  const noor = { name: 'Noor Haddad', email: mailPortal.names().email };
  await people.invites({ ...noor, roles: ['assessor'] });
  await people.says('Noor Haddad gets an email with a link', `We are sending it to ${noor.email}`);
  await people.neverSays('/set-password/');

  const link = await mailPortal.linkFor(noor.email);
  const reader = new SetPasswordPage(await mailBrowser());
  await reader.page.goto(link);
  await reader.arrives();
  await reader.sets(password);
  await new SignInPage(reader.page).signIn({ ...noor, password });
  await reader.page.goto(link);
  await reader.says('A password was set with it already.');
});

test('a forgotten password is set anew by a link that comes by email @desktop', async ({
  mailPortal,
  mailBrowser,
}) => {
  const ann = await mailPortal.staff('Ann Assessor', 'assessor');
  const page = await mailBrowser();
  const door = await new SignInPage(page).open();
  await door.follow('Ask for a new password');
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('Ask for a new password');
  await page.getByLabel('Email address').fill(ann.email);
  await door.press('Ask for a new password');
  await expect(heading).toHaveText('Check your email');

  const reader = new SetPasswordPage(page);
  await page.goto(await mailPortal.linkFor(ann.email));
  await reader.arrives();
  await reader.sets(password);
  await new SignInPage(page).signIn({ ...ann, password });
});

test('an invitation that bounced is found, tried again and arrives @desktop', async ({
  mailPortal,
  mailBrowser,
}) => {
  const people = new ManagePeople(await mailBrowser());
  await new SignInPage(people.page).signIn(await mailPortal.staff('Mo Manager', 'manager'));
  const { email } = mailPortal.names();
  mailPortal.bouncing.add(email);
  await people.page.goto(paths.people);
  await people.invites({ name: 'Bea Bouncer', email, roles: ['assessor'] });

  const emails = new EmailsPage(people.page);
  await emails.waitsForFailure(email);
  await expect(emails.failed(email)).toContainText('Invitation');
  await expect(emails.failed(email)).toContainText('550');
  await people.page.goto(paths.people);
  await people.opens('Bea Bouncer', email);
  await people.says('Email with a link failed', 'Check the address above with Bea Bouncer');
  await people.says('Links made before it stop working. If they have a password, it works until');
  await emails.open();
  mailPortal.bouncing.delete(email);
  await emails.triesAgain(email);
  await emails.says('One email is tried again');
  await expect(emails.failed(email)).toHaveCount(0);
  expect(await mailPortal.linkFor(email)).toMatch(/[\w-]{43}$/);
});
