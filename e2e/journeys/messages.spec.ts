import { expect, test } from '@/e2e/fixtures';
import { MessagesPage } from '@/e2e/pages/messages-page';
import { TaskList } from '@/e2e/pages/task-list';
import { paths } from '@/lib/paths';

test('who must act is told, follows the link, and marks it as read', async ({ world, signIn }) => {
  const larch = await world.supplier();
  const ann = await world.staff('Ann Assessor', 'assessor');
  const max = await world.staff('Max Manager', 'manager');
  await world.caseAt('requested', larch, { assessor: ann, second: max });

  const messages = new MessagesPage(await signIn(larch.sam));
  const heading = `The assessor needs more information about ${larch.product}`;
  await messages.waitsFor(heading);
  await messages.says('This question needs more information:', 'Q.3');
  await expect(messages.menuLink).toHaveText('Messages (1 new)');
  await messages.follows('Answer the request', heading);
  await new TaskList(messages.page).arrives();

  await messages.open();
  await messages.press('Mark all as read');
  await messages.says('All your messages are marked as read');
  await expect(messages.menuLink).toHaveText('Messages');
  await expect(messages.item(heading)).not.toContainText('New');

  const mail = await signIn(max);
  await mail.goto(paths.mail);
  const row = mail.getByRole('row', { name: larch.sam.email });
  await expect(row).toContainText('Not sent');
});
