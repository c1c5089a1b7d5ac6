import { expect, test } from '@/e2e/fixtures';
import {
  DecisionPage,
  MoreTimePage,
  TakeBackPage,
  WithdrawPage,
} from '@/e2e/pages/after-submission';
import { CasePage } from '@/e2e/pages/case-page';
import { ConfirmPage, RecommendPage } from '@/e2e/pages/case-steps';
import { CheckPage } from '@/e2e/pages/check-page';
import { QueuePage } from '@/e2e/pages/queue-page';
import { TaskList } from '@/e2e/pages/task-list';
import { findsSufficient } from '@/e2e/steps/assessor';
import { BASE_CALENDAR } from '@/lib/domain/calendar';
import { addWorkingDays, londonDate } from '@/lib/domain/clock';
import { dateFields, formatPlainDate } from '@/lib/domain/dates';
import { paths } from '@/lib/paths';

test('Sam takes a declaration back, submits again, and withdraws @desktop', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const reference = await world.submitted(larch, {});
  const page = await signIn(larch.sam);
  const back = await new TakeBackPage(page).open(reference);
  await back.press('Take back');
  const tasks = await new TaskList(page).arrives();
  await tasks.says('7 of 7 complete');
  const check = await new CheckPage(page).open(reference);
  await check.declares();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Declaration submitted');

  const withdraw = await new WithdrawPage(page).open(reference);
  await withdraw.press('Withdraw application');
  await withdraw.refuses(/reason|why/i);
  await withdraw.withdraws('We sell this product no more.');
  await tasks.open(reference);
  await tasks.says('You withdrew this application on');
  await tasks.neverSays('Withdraw this application');
});

test('Sam asks for more time, and Ann gives it @desktop', async ({ world, signIn }) => {
  const larch = await world.supplier();
  const ann = await world.staff('Ann Assessor', 'assessor');
  const reference = await world.caseAt('requested', larch, { assessor: ann, second: ann });
  const sam = await signIn(larch.sam);
  const more = await new MoreTimePage(sam).open(reference);
  await more.asks('Our onboarding lead is away until the end of the month.');
  const tasks = await new TaskList(sam).open(reference);
  await tasks.says('You have asked for more time');

  const annsDesk = await signIn(ann);
  const review = await new CasePage(annsDesk).open(reference);
  await review.says('The supplier asked for more time', 'Our onboarding lead is away');
  await review.follow('Answer this');
  const due = addWorkingDays(BASE_CALENDAR, londonDate(new Date()), 20);
  const { day, month, year } = dateFields(due);
  for (const [part, value] of Object.entries({ Day: day, Month: month, Year: year }))
    await annsDesk.getByLabel(part, { exact: true }).fill(value);
  await review.press('Change the due date');
  await review.arrives(reference);
  await tasks.open(reference);
  await tasks.says(`needs more information by ${formatPlainDate(due)}`);
});

test('a recommendation sent back is made anew, and a rejection says why @desktop', async ({
  world,
  signIn,
}) => {
  test.setTimeout(120_000);
  const larch = await world.supplier();
  const ann = await world.staff('Ann Assessor', 'assessor');
  const max = await world.staff('Max Manager', 'manager');
  const staff = { assessor: ann, second: max };
  const reference = await world.caseAt('recommended', larch, staff);
  const [annsDesk, maxsDesk] = [await signIn(ann), await signIn(max)];

  const confirm = await new ConfirmPage(maxsDesk).open(reference);
  await confirm.press('Send back');
  await confirm.refuses(/note/i);
  await confirm.sendsBack('Q.3 names nobody. Please look again.');
  const review = await new CasePage(annsDesk).open(reference);
  await review.says('The recommendation was sent back: Q.3 names nobody.');
  await review.question('euo-process').getByText('Change the verdict on Q.3').click();
  await review.judges('euo-process', {
    verdict: 'not_met',
    note: 'Nobody checks practices before they go live.',
  });

  const recommend = await new RecommendPage(annsDesk).open(reference);
  await recommend.says('You cannot recommend:');
  await recommend.recommends({ outcome: 'rejected', reasons: '' });
  await recommend.refuses(/reason/i);
  const why = 'Practices go live unchecked. Apply again once somebody checks.';
  await recommend.recommends({ outcome: 'rejected', reasons: why });
  await review.arrives(reference);
  await confirm.open(reference);
  await confirm.says('Rejection, recommended by Ann Assessor', why);
  await confirm.confirm.click();
  await expect(new CasePage(maxsDesk).head).toContainText('Rejected');

  const sam = await signIn(larch.sam);
  const decision = await (await new DecisionPage(sam).open(reference)).arrives('Rejection');
  await decision.says(why, 'is not cleared for live', 'Not cleared for live');
  await decision.neverSays('Ann Assessor', 'Max Manager', 'Please look again');
});

test('an approval with a condition, met later, becomes a plain one @desktop', async ({
  world,
  signIn,
}) => {
  test.setTimeout(120_000);
  const larch = await world.supplier();
  const ann = await world.staff('Ann Assessor', 'assessor');
  const bea = await world.staff('Bea Assessor', 'assessor');
  const reference = await world.caseAt('taken', larch, { assessor: ann, second: bea });
  const annsDesk = await signIn(ann);
  const review = await new CasePage(annsDesk).open(reference);
  await findsSufficient(review, ['isms']);
  await review.judges('isms', { verdict: 'not_met', note: 'No audit has been held yet.' });
  const due = addWorkingDays(BASE_CALENDAR, londonDate(new Date()), 30);
  const { day, month, year } = dateFields(due);
  const recommend = await new RecommendPage(annsDesk).open(reference);
  await recommend.recommends(
    { outcome: 'approved_with_conditions', reasons: 'All but the audit is there.' },
    { question: 'Q.4', text: 'Send the first audit report.', due: [day, month, year] },
  );
  await review.arrives(reference);
  const confirm = await new ConfirmPage(await signIn(bea)).open(reference);
  await confirm.says('Send the first audit report.');
  await confirm.confirm.click();
  await new CasePage(confirm.page).arrives(reference);

  const sam = await signIn(larch.sam);
  const decision = await new DecisionPage(sam).open(reference);
  await decision.arrives('Approval with conditions');
  await decision.says('Send the first audit report.', formatPlainDate(due), 'To be met');
  await review.page.goto(paths.caseConditions(reference));
  await review.press('Record the condition for Q.4 as met');
  await expect(review.main).toContainText(/Approved|Met on/);
  await decision.open(reference);
  await decision.says('Met on');
});

test('take next gives out the case that is due first, to one alone @desktop', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const ann = await world.staff('Ann Assessor', 'assessor');
  const reference = await world.submitted(larch, {});
  await world.makeOldest(reference);
  const queue = await new QueuePage(await signIn(ann)).open('unassigned');
  await queue.press('Take next');
  const review = await new CasePage(queue.page).arrives(reference);
  await expect(review.head).toContainText('Waiting for you');
});
