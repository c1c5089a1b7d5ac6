import { carefulAnswers, edition, type Typed } from '@/e2e/answers';
import { expect, test } from '@/e2e/fixtures';
import { QuestionPage } from '@/e2e/pages/question-page';
import { londonDate } from '@/lib/domain/clock';
import { addDays, dateFields } from '@/lib/domain/dates';
import type { QuestionId } from '@/lib/domain/questions/types';
import { paths } from '@/lib/paths';

const dateOf = (day: string, month: string, year: string): Typed => ({
  'publishedOn-day': day,
  'publishedOn-month': month,
  'publishedOn-year': year,
});
const tomorrow = dateFields(addDays(londonDate(new Date()), 1));
const yes = (details: string): Typed => ({ choice: 'yes', details });
const DATE = 'Date your DSPT status was published';

/** What is typed, and what is said beside the field and in the summary. */
const WRONG: [name: string, id: QuestionId, typed: Typed, ...messages: (string | RegExp)[]][] = [
  ['nothing at all', 'euo-process', {}, 'Select yes or no', 'Enter details'],
  ['only spaces', 'euo-process', yes('  \n '), 'Enter details'],
  ['2001 characters', 'isms', yes('a'.repeat(2001)), 'Details must be 2000 characters or fewer'],
  [
    'a bell',
    'isms',
    yes('ring\u0007ring'),
    /must not contain control characters. Delete it and type it again, or paste it as plain text$/,
  ],
  ['no date', 'dspt-published-on', {}, `Enter the ${DATE.toLowerCase().replace('dspt', 'DSPT')}`],
  ['no month', 'dspt-published-on', dateOf('12', '', '2026'), `${DATE} must include a month`],
  ['31 February', 'dspt-published-on', dateOf('31', '2', '2026'), `${DATE} must be a real date`],
  [
    'a two-digit year',
    'dspt-published-on',
    dateOf('12', '6', '26'),
    `${DATE} must have a year with 4 numbers`,
  ],
  [
    'a date in the future',
    'dspt-published-on',
    dateOf(tomorrow.day, tomorrow.month, tomorrow.year),
    `${DATE} must be today or in the past`,
  ],
  ['no edition', 'dspt-status', { level: 'standards_met' }, 'Select the edition of the status'],
  [
    'a code that cannot be',
    'organisation',
    { odsCode: 'NOT A CODE!' },
    'ODS code must only include letters and numbers',
  ],
];

test('what is wrong is said, and nothing typed is lost @desktop', async ({ world, signIn }) => {
  test.setTimeout(150_000);
  const larch = await world.supplier();
  const reference = await world.draft(larch);
  const page = await signIn(larch.sam);
  for (const [name, id, typed, ...messages] of WRONG)
    await test.step(name, async () => {
      const question = await new QuestionPage(page, id).open(reference);
      await question.types(typed);
      await question.saves();
      await question.refuses(...messages);
      await question.holds(typed);
      expect(page.url()).toContain(paths.question(reference, id));
    });
});

const RIGHT: [name: string, id: QuestionId, typed: Typed][] = [
  ['2000 characters with line ends', 'isms', yes(`${'a\n'.repeat(999)}ab`)],
  ['a month by its name', 'dspt-published-on', dateOf('12', 'June', '2026')],
  ['emoji and right-to-left', 'euo-process', yes('نتحقق من كل عيادة 👩‍⚕️ ✓ and again each July')],
  ['HTML and a script', 'dspt-compliant', yes('<b>We</b> <script>alert("x")</script> &amp; did')],
];

test('what looks odd and is right is kept to the letter @desktop', async ({ world, signIn }) => {
  const larch = await world.supplier();
  const reference = await world.draft(larch);
  const page = await signIn(larch.sam);
  page.on('dialog', () => expect(true, 'a script of the answer ran').toBe(false));
  for (const [name, id, typed] of RIGHT)
    await test.step(name, async () => {
      const question = await new QuestionPage(page, id).open(reference);
      await question.answers(typed);
      await expect(page).not.toHaveURL(new RegExp(`${id}$`));
      await question.open(reference);
      await question.holds(typed);
      if (typed.details) {
        await page.goto(paths.check(reference));
        const shown = page.locator('.app-typed', { hasText: String(typed.details).slice(0, 10) });
        expect((await shown.textContent())?.trim()).toBe(typed.details);
      }
    });
});

test('a question that does not apply says so and is not asked', async ({ world, signIn }) => {
  const larch = await world.supplier();
  const reference = await world.finishedDraft(larch);
  const page = await signIn(larch.sam);
  const status = await new QuestionPage(page, 'dspt-status').open(reference);
  await status.holds({ level: 'standards_met', edition });
  await status.answers({ level: 'not_published', edition: '' });
  await expect(page).toHaveURL(/euo-process$/);
  await page.goto(paths.question(reference, 'dspt-published-on'));
  await status.says('This question is not needed, given your other answers');
  await page.goto(paths.check(reference));
  await status.says('Look at these again');
  expect(carefulAnswers['dspt-published-on']).toBeDefined();
});

test('a choice made while the checks are loading is kept @js @desktop', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const reference = await world.draft(larch);
  const page = await signIn(larch.sam);
  const question = await new QuestionPage(page, 'euo-process').open(reference);
  let release = () => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const asked: string[] = [];
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    asked.push(route.request().url());
    await gate;
    await route.continue();
  });
  await question.types({ choice: 'no', details: 'We do not.' });
  expect(asked.length, 'the checks come only when a field is used').toBeGreaterThan(0);
  release();
  await page.waitForLoadState('networkidle');
  await question.holds({ choice: 'no', details: 'We do not.' });
  await question.saves();
  await expect(page).toHaveURL(/isms$/);
});
