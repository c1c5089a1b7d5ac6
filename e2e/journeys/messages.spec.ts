import { expect, test } from '@/e2e/fixtures';
import { AccountPage } from '@/e2e/pages/account-page';
import { EmailsPage } from '@/e2e/pages/emails-page';
import { MessagesPage } from '@/e2e/pages/messages-page';
import { SignInPage } from '@/e2e/pages/sign-in-page';
import { TaskList } from '@/e2e/pages/task-list';

const HEADING = 'The assessor needs more information about';

test('who must act is told, and has read it once they follow the link', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const ann = await world.staff('Ann Assessor', 'assessor');
  await world.caseAt('requested', larch, { assessor: ann, second: ann });

  const messages = new MessagesPage(await signIn(larch.sam));
  await messages.waitsFor(HEADING);
  await messages.says('This question needs more information:', 'Q.3');
  await expect(messages.menuLink).toHaveText('Messages (1 new)');
  await messages.follows('Answer the request', HEADING);
  await new TaskList(messages.page).arrives();

  await expect(messages.menuLink).toHaveText('Messages');
  await messages.open();
  await expect(messages.item(HEADING)).not.toContainText('New');
  await expect(messages.page.getByRole('button', { name: 'Mark all as read' })).toHaveCount(0);

  const chris = new MessagesPage(await signIn(larch.chris));
  await chris.waitsFor(HEADING);
  await chris.page.goto(await messages.addressOf(HEADING));
  await chris.says('Page not found');
  await chris.open();
  await expect(chris.menuLink).toHaveText('Messages (1 new)');
  await chris.press('Mark all as read');
  await chris.says('All your messages are marked as read');
  await expect(chris.menuLink).toHaveText('Messages');
});

test('managers tell the emails of a demo apart by when each was made @desktop', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const ann = await world.staff('Ann Assessor', 'assessor');
  const max = await world.staff('Max Manager', 'manager');
  await world.caseAt('requested', larch, { assessor: ann, second: ann });
  await new EmailsPage(await signIn(max)).waitsForText(/ for .+, made \d{1,2} [A-Z][a-z]+ \d{4}/);
});

test('people choose what comes by email, and a second window does not undo it @desktop', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const account = new AccountPage(await signIn(larch.sam));
  const other = new AccountPage(await account.page.context().newPage());
  await other.opensEmails();
  await account.choosesEmails('The assessor gives you more time', 'No email');
  await account.says('Your choice of emails is saved');

  await other.chooses('The assessor writes to you', 'In one email a day');
  await other.press('Save');
  await other.refuses(/You changed your emails in another window meanwhile/);
  await other.hasChosen('The assessor writes to you', 'In one email a day');
  await other.opensEmails();
  await other.hasChosen('The assessor gives you more time', 'No email');
  await other.hasChosen('The assessor writes to you', 'An email at once (usual)');
});

test('a choice made before signing in again does not undo a newer one @desktop', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const account = new AccountPage(await signIn(larch.sam));
  await account.opensEmails();
  await (await new AccountPage(await account.page.context().newPage()).open()).signsOut();
  const elsewhere = new AccountPage(await signIn(larch.sam));
  await elsewhere.choosesEmails('The assessor gives you more time', 'No email');
  await elsewhere.says('Your choice of emails is saved');

  await account.chooses('The assessor writes to you', 'In one email a day');
  await account.press('Save');
  await (await new SignInPage(account.page).arrives()).tries(larch.sam);
  await account.arrivesAtEmails();
  await account.hasChosen('The assessor writes to you', 'In one email a day');
  await account.press('Save');
  await account.refuses(/You changed your emails in another window meanwhile/);
  await account.opensEmails();
  await account.hasChosen('The assessor gives you more time', 'No email');
  await account.hasChosen('The assessor writes to you', 'An email at once (usual)');
});
