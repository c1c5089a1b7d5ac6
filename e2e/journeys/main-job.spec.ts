import { carefulAnswers } from '@/e2e/answers';
import { expect, test } from '@/e2e/fixtures';
import { DecisionPage, ReceiptPage, TimelinePage } from '@/e2e/pages/after-submission';
import { CasePage } from '@/e2e/pages/case-page';
import { ConfirmPage, RecommendPage } from '@/e2e/pages/case-steps';
import { CheckPage } from '@/e2e/pages/check-page';
import { QuestionPage } from '@/e2e/pages/question-page';
import { QueuePage } from '@/e2e/pages/queue-page';
import { TaskList } from '@/e2e/pages/task-list';
import { ASKED, asksForMore, STAFF_NOTE } from '@/e2e/steps/assessor';

const THIN = { choice: 'yes', details: 'Support looks.' };
const BETTER = 'Support looks each practice up in the register, and Priti in onboarding checks.';
const MOVED = 'We moved our hosting, so its scope reads otherwise now.';

test('asked, answered, recommended, confirmed @everywhere', async ({ world, signIn }) => {
  test.setTimeout(240_000);
  const larch = await world.supplier();
  const ann = await world.staff('Ann Assessor', 'assessor');
  const bea = await world.staff('Bea Assessor', 'assessor');
  const reference = await world.submitted(larch, { 'euo-process': THIN });
  const annsDesk = await signIn(ann);
  const review = new CasePage(annsDesk);
  const sam = await signIn(larch.sam);

  await test.step('Ann finds the case, takes it and sees what the rules noticed', async () => {
    const queue = await new QueuePage(annsDesk).open('unassigned', larch.name);
    await expect(queue.row(reference)).toContainText('Waiting to be taken');
    await queue.opens(reference);
    await review.arrives(reference);
    await review.takes();
    await review.flags('euo-process', /The details are 14 characters long/);
  });

  await test.step('Ann asks for what is missing', () => asksForMore(review, reference));

  await test.step('Sam sees exactly that, and nothing of the staff', async () => {
    const tasks = await new TaskList(sam).open(reference);
    await tasks.says(/1 question needs more information by/, ASKED, 'Not covered: Who checks');
    await tasks.says('The process has no named owner, record or yearly re-check');
    await tasks.neverSays(STAFF_NOTE, 'Ann Assessor', 'hosting partner');
    await tasks.shows('euo-process', 'More information needed');
    for (const id of ['organisation', 'dspt-status', 'isms'] as const)
      await tasks.shows(id, 'Closed');
  });

  await test.step('Sam answers it, opens another question with a reason, and resubmits', async () => {
    const euo = await new QuestionPage(sam, 'euo-process').openAgain(reference);
    await euo.says(ASKED, 'What you declared before', 'Support looks.');
    await euo.answers({ ...THIN, details: BETTER });
    const isms = await new QuestionPage(sam, 'isms').openClosed(reference);
    await isms.unlocks(MOVED);
    await isms.answers({ ...carefulAnswers.isms, details: 'Our ISMS covers the new hosting.' });
    const check = await new CheckPage(sam).open(reference);
    await check.says(MOVED);
    await check.declares();
    await (await new ReceiptPage(sam).arrives()).says('The same assessor goes on');
  });

  await test.step('Ann finds it on top of Mine, with both texts side by side', async () => {
    const queue = await new QueuePage(annsDesk).open('mine');
    await expect(queue.rows.first()).toContainText(reference);
    await expect(queue.rows.first()).toContainText('Resubmitted');
    await queue.opens(reference);
    await review.arrives(reference);
    const euo = review.versions('euo-process', 2);
    await expect(euo.before.locator('del')).toContainText('looks.');
    await expect(euo.now).toContainText('Priti in onboarding checks.');
    await expect(euo.now.locator('ins')).not.toHaveCount(0);
    const isms = review.question('isms');
    await expect(isms).toContainText('Changed without being asked');
    await expect(isms).toContainText(MOVED);
    await expect(isms).toContainText('withdrawn');
    await review.judges('euo-process', { verdict: 'sufficient' });
    await review.judges('isms', { verdict: 'sufficient' });
    await expect(review.head).toContainText('7 sufficient');
  });

  await test.step('Ann recommends, and cannot confirm it herself', async () => {
    const recommend = await new RecommendPage(annsDesk).open(reference);
    await recommend.recommends({ outcome: 'approved', reasons: 'Every answer is complete.' });
    await review.arrives(reference);
    await expect(review.head).toContainText('Waiting for a second person');
    const own = await new ConfirmPage(annsDesk).open(reference);
    await own.says('Somebody else confirms it or sends it back');
    await expect(own.confirm).toHaveCount(0);
  });

  await test.step('Bea confirms it', async () => {
    const beasDesk = await signIn(bea);
    const queue = await new QueuePage(beasDesk).open('confirm', larch.name);
    await queue.opens(reference);
    const confirm = await new ConfirmPage(beasDesk).open(reference);
    await confirm.says('Approval, recommended by Ann Assessor', 'Every answer is complete.');
    await confirm.says('What was insufficient or not met at any time', ASKED);
    await confirm.confirm.click();
    await new CasePage(beasDesk).arrives(reference);
    await expect(new CasePage(beasDesk).head).toContainText('Approved');
    await new CasePage(beasDesk).says(/Assured until \d+ \w+ 20\d\d,? because the/);
  });

  await test.step('Sam reads the decision and how it came to be', async () => {
    const tasks = await new TaskList(sam).open(reference);
    await tasks.follow('Read the decision');
    const decision = await new DecisionPage(sam).arrives('Approval');
    await decision.says(/Assured until \d+ \w+ 20\d\d,? because/, 'Every answer is complete.');
    await decision.neverSays('Ann Assessor', 'Bea Assessor', STAFF_NOTE);
    const timeline = await new TimelinePage(sam).open(reference);
    await timeline.says(/Decision: approv/, 'the assessor', 'Sam Sample');
    await timeline.neverSays('Ann Assessor', 'Bea Assessor', STAFF_NOTE);
  });
});
