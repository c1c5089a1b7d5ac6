import { createHash } from 'node:crypto';
import { expect, test } from '@/e2e/fixtures';
import { textFile } from '@/e2e/pages/files-page';
import { AskedPage, SpotCheckPage } from '@/e2e/pages/spot-check-page';
import { paths } from '@/lib/paths';

test('a sample is drawn, asked for, answered, marked, and stands on the record', async ({
  world,
  signIn,
}) => {
  const owner = await world.supplier();
  await world.liveEuos(owner, 4);
  const ann = await world.staff('Ann Assessor', 'assessor');
  const staff = { assessor: ann, second: ann };
  const reference = await world.caseAt('taken', owner, staff);

  const check = new SpotCheckPage(await signIn(ann));
  await check.opensRecord(owner.name);
  await check.says('4', 'No sample of this supplier');
  await check.draws({ 'Number of organisations': '51', Seed: '' });
  await check.refuses(
    'Number of organisations must be a whole number between 1 and 50',
    'Seed must be 1 to 64 letters, numbers, spaces or signs of an English keyboard',
  );
  await check.main.getByLabel('Number of organisations').fill('3');
  await check.main.getByLabel('Seed').fill('7 34 12');
  await check.press('Draw and ask the supplier');
  await check.says('The sample is drawn', 'Live, of every product', '4 lines', '7 34 12');
  const address = check.page.url();
  const drawn = await check.main.getByRole('rowheader').allTextContents();
  const codes = [1, 2, 3, 4].map((n) => `${owner.odsCode}${n}`);
  const hashOf = (code: string) =>
    createHash('sha256').update(`7 34 12:${code}:${owner.productId}`).digest('hex');
  const expected = codes.sort((a, b) => (hashOf(a) < hashOf(b) ? -1 : 1)).slice(0, 3);
  expect(drawn).toHaveLength(3);
  for (const [index, code] of expected.entries()) expect(drawn[index]).toContain(code);
  const [first = '', second = '', third = ''] = expected;

  const asked = new AskedPage(await signIn(owner.sam));
  await asked.opensCheck();
  await asked.says(first, second, third, 'Add a file or a note for at least one of them');
  await asked.mustNotAnswer();
  await asked.writes(new RegExp(first), 'We looked it up on the day.');
  await asked.says('Your note is saved', 'A note', 'for 1 of 3');
  await asked.attaches(new RegExp(second), textFile('alert.txt', 'Sent to them on the day.'));
  await asked.opensCheck();
  await asked.says('1 file', 'for 2 of 3');
  await asked.press('Send to the assessor');
  await asked.refuses(/^You have added something for 2 of 3/);
  await asked.main.getByLabel('This is all that we have').check();
  await asked.press('Send to the assessor');
  await asked.says('The evidence is sent to the assessor', 'The assessor is looking at it');

  await check.page.goto(address);
  await check.says('The supplier has sent the evidence', '3 organisations to mark');
  await check.opens(new RegExp(first));
  await check.says('We looked it up on the day.');
  await check.marks('Satisfactory');
  await check.says('The mark is saved', second);
  await check.reads('alert.txt', 'Sent to them on the day.');
  await check.marks('Satisfactory');
  await check.says('The mark is saved', third, 'Nothing for this organisation');
  await check.marks('Not satisfactory');
  await check.refuses('Enter why the evidence is not satisfactory');
  await check.marks('Not satisfactory', 'Nothing shows the alert.');
  await check.says('2 of 3 satisfactory');
  await check.finishes();
  await check.says('The spot check is finished', 'Finished: 2 of 3 satisfactory');

  await asked.looksAgain();
  await asked.says('2 of 3 satisfactory', 'Not satisfactory', 'Nothing shows the alert.');
  await asked.neverSays('Ann Assessor');
  await check.opensRecord(owner.name);
  await check.says('2 of 3 satisfactory');
  await check.page.goto(paths.assessment(reference));
  await expect(check.page.locator('#question-euo-process')).toContainText('2 of 3 satisfactory');
  await check.follow('Record of the supplier');
  await expect(check.page.getByRole('heading', { level: 1 })).toContainText(owner.name);
});
