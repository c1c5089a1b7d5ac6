import { expect, test } from '@/e2e/fixtures';
import { TimelinePage } from '@/e2e/pages/after-submission';
import { CasePage } from '@/e2e/pages/case-page';
import { ConfirmPage } from '@/e2e/pages/case-steps';
import { MessagesPage } from '@/e2e/pages/messages-page';
import { QuestionPage } from '@/e2e/pages/question-page';
import { TaskList } from '@/e2e/pages/task-list';
import { CaseThreadPage, ThreadPage } from '@/e2e/pages/thread-page';
import { paths } from '@/lib/paths';

const ASKED = 'Do you mean our own audit,\nor that of our hosting partner?';
const ANSWERED = 'Both: each with its date.';

test('a supplier asks about a flagged question; the assessor is told and answers', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const ann = await world.staff('Ann Assessor', 'assessor');
  const reference = await world.caseAt('requested', larch, { assessor: ann, second: ann });

  const chris = await signIn(larch.chris);
  const question = await new QuestionPage(chris, 'euo-process').openAgain(reference);
  await question.follow('Ask the assessor about this question');
  const thread = await new ThreadPage(chris).arrives();
  await expect(thread.about).toHaveValue('euo-process');
  await thread.press('Send');
  await thread.refuses('Enter your message');
  await thread.sends(ASKED);
  await thread.says('Your message is sent', 'The assessor is told.');
  await thread.holds(/^You.+About Q\.3, EUO process.*own audit,\s+or that/s);
  await expect(thread.text).toHaveValue('');

  const desk = await signIn(ann);
  const told = new MessagesPage(desk);
  const heading = `${larch.name} has written to you about`;
  await told.waitsFor(heading);
  await told.neverSays('hosting partner');
  await told.follows('Read the message', heading);
  const answers = await new CaseThreadPage(desk).arrives();
  await answers.holds(/^Chris Colleague \(supplier\).+hosting partner/s);
  await expect(answers.about).toHaveValue('euo-process');
  await answers.sends(ANSWERED);
  await answers.says('The supplier is told.');
  await answers.neverSays('Ask for more time');

  const messages = new MessagesPage(chris);
  await messages.waitsFor('The assessor has written to you about');
  await messages.neverSays('Ann Assessor', ANSWERED);
  const tasks = await new TaskList(chris).open(reference);
  await tasks.says('The assessor wrote to you on', 'Ask the assessor (2 messages so far)');
  await messages.open();
  await messages.follows('Read the message', 'The assessor has written to you about');
  await thread.arrives();
  await thread.holds(/^You/, /^The assessor.+About Q\.3.+each with its date/s);
  await thread.neverSays('Ann Assessor');
  await tasks.open(reference);
  await tasks.says('Ask the assessor (2 messages so far)');
  await tasks.neverSays('The assessor wrote to you on');
  const timeline = await new TimelinePage(chris).open(reference);
  expect((await timeline.events()).slice(0, 2)).toEqual([
    'Message from the assessor',
    'Message to the assessor',
  ]);
});

test('what waits for an answer shows in the case, for any assessor', async ({ world, signIn }) => {
  const larch = await world.supplier();
  const [ann, bea] = [
    await world.staff('Ann Assessor', 'assessor'),
    await world.staff('Bea Assessor', 'assessor'),
  ];
  const reference = await world.caseAt('taken', larch, { assessor: ann, second: bea });
  const sam = await new ThreadPage(await signIn(larch.sam)).open(reference);
  await sam.says('The answer comes here.');
  await sam.sends('How long will this take?');
  await sam.holds(/How long/);
  await sam.sends('We go live in March.');
  await sam.holds(/How long/, /March/);
  await expect(sam.text).toHaveValue('');
  const review = await new CasePage(await signIn(bea)).open(reference);
  await review.says('The supplier asked a question on', 'Messages with the supplier (2)');
  await review.follow('Read and answer it');
  const cover = await new CaseThreadPage(review.page).arrives();
  await cover.sends('About two weeks.');
  await review.open(reference);
  await expect(review.main).not.toContainText('The supplier asked a question');

  const messages = new MessagesPage(sam.page);
  await messages.waitsFor('The assessor has written to you about');
  await expect(messages.menuLink).toHaveText('Messages (1 new)');
  await sam.open(reference);
  await expect(messages.menuLink).toHaveText('Messages');
  await messages.open();
  await expect(messages.main.getByText('New', { exact: true })).toHaveCount(0);
});

test('what somebody wrote meanwhile comes first, and no word is lost @desktop', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const ann = await world.staff('Ann Assessor', 'assessor');
  const reference = await world.caseAt('requested', larch, { assessor: ann, second: ann });
  const sam = await new ThreadPage(await signIn(larch.sam)).open(reference);
  const desk = await new CaseThreadPage(await signIn(ann)).open(reference);
  await desk.sends('One list is enough.');
  await sam.about.selectOption('isms');
  await sam.sends('Is one list enough?');
  await sam.refuses(
    /^The assessor wrote meanwhile on .+Read it above what you typed, then press Send again$/,
  );
  await sam.holds(/One list is enough/);
  await expect(sam.text).toHaveValue('Is one list enough?');
  await expect(sam.about).toHaveValue('isms');
  await sam.sends('Good: one list it is.');
  await sam.says('Your message is sent');
  await sam.holds(/One list is enough/, /About Q\.4.+one list it is/s);
});

test('pressing twice sends once @desktop', async ({ world, signIn }) => {
  const larch = await world.supplier();
  const reference = await world.submitted(larch, {});
  const sam = await new ThreadPage(await signIn(larch.sam)).open(reference);
  await sam.text.fill('When do you begin?');
  await sam.page.getByRole('button', { name: 'Send' }).dblclick();
  await sam.says('Your message is sent', 'No assessor has this application yet');
  await sam.open(reference);
  await sam.holds(/When do you begin/);
});

test('what is decided while somebody types is said plainly, and the words stay', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const [ann, bea] = [
    await world.staff('Ann Assessor', 'assessor'),
    await world.staff('Bea Assessor', 'assessor'),
  ];
  const reference = await world.caseAt('recommended', larch, { assessor: ann, second: bea });
  const sam = await new ThreadPage(await signIn(larch.sam)).open(reference);
  await sam.text.fill('Could we add a file?');
  const confirm = await new ConfirmPage(await signIn(bea)).open(reference);
  await confirm.confirm.click();
  await expect(confirm.page).toHaveURL(paths.assessment(reference));
  await sam.press('Send');
  await sam.says('What you typed was not sent', 'Could we add a file?', 'A decision is made');
  await sam.press('Remove these words');
  await expect(sam.main).not.toContainText('Could we add a file?');
  await sam.follow('Read the decision');
  await expect(sam.page).toHaveURL(paths.decision(reference));
});
