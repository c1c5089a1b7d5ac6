import { carefulAnswers } from '@/e2e/answers';
import { expect, test } from '@/e2e/fixtures';
import { ReceiptPage, TimelinePage } from '@/e2e/pages/after-submission';
import { CheckPage } from '@/e2e/pages/check-page';
import { QuestionPage } from '@/e2e/pages/question-page';
import { ActingPage, SuccessionPage } from '@/e2e/pages/succession-page';
import { TaskList } from '@/e2e/pages/task-list';
import { londonDate } from '@/lib/domain/clock';
import { addDays } from '@/lib/domain/dates';
import { paths } from '@/lib/paths';

const today = londonDate(new Date());

test('people of the successor finish what the organisation began that is part of theirs now', async ({
  world,
  signIn,
}) => {
  const [larch, elm] = [await world.supplier(), await world.supplier()];
  const assessor = await world.staff('Ann Assessor', 'assessor');
  const manager = await world.staff('Max Manager', 'manager');
  const reference = await world.caseAt('requested', larch, { assessor, second: manager });
  const merger = new SuccessionPage(await signIn(manager));
  const sam = await signIn(elm.sam);
  const acting = new ActingPage(sam);

  await test.step('nobody of it acts before a manager recorded it', async () => {
    await sam.goto(paths.application(reference));
    await acting.says('Page not found');
  });

  await test.step('Max sees what each has, is told what is wrong, and records it', async () => {
    await merger.open(larch);
    await merger.compares(larch.odsCode);
    await merger.says('An organisation cannot become part of itself');
    await merger.compares(elm.odsCode);
    await merger.says('What each has today', larch.name, elm.name);
    await merger.records(addDays(today, 1), '');
    await merger.refuses(/must be today or in the past/, /Enter .*reason/i);
    await merger.records(addDays(today, -30), 'Both told us, and ODS says so');
    await merger.says(`Now part of ${elm.name} (${elm.odsCode})`, 'Both told us, and ODS says so');
  });

  await test.step('Sam acts for it, answers what was asked, and declares', async () => {
    await acting.chooses(larch.name);
    await acting.says(`You act for ${larch.name}, which is now part of ${elm.name}`);
    await (await new TaskList(sam).open(reference)).says('1 question needs more information');
    const euo = await new QuestionPage(sam, 'euo-process').openAgain(reference);
    await euo.answers({
      ...carefulAnswers['euo-process'],
      details: `${carefulAnswers['euo-process'].details} And so it stays.`,
    });
    await (await new CheckPage(sam).open(reference)).declares();
    await new ReceiptPage(sam).arrives();
    const timeline = await new TimelinePage(sam).open(reference);
    await timeline.says(`${elm.sam.name} of ${elm.name}`);
    await timeline.neverSays('Both told us');
  });

  await test.step('once the record is ended, Sam is at home again', async () => {
    await merger.page.goto(paths.organisation(larch.id));
    await merger.ends('It was another one');
    await merger.says('It was another one');
    await sam.goto(paths.apply);
    await acting.neverSays(larch.name);
    await sam.goto(paths.application(reference));
    await expect(sam.getByRole('heading', { level: 1 })).toHaveText('Page not found');
  });
});
