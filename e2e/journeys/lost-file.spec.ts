import { expect, test } from '@/e2e/fixtures';
import { expectAccessible, expectWholePage, hasJavaScript } from '@/e2e/pages/screen';
import { paths } from '@/lib/paths';

test('a file whose content does not come is said so, and not called opened @desktop', async ({
  world,
  signIn,
}) => {
  const [larch, elm] = [await world.supplier(), await world.supplier()];
  const ann = await world.staff('Ann Assessor', 'assessor');
  const reference = await world.caseAt('finished', larch, { assessor: ann, second: ann });
  const [lost, spoilt] = [
    await world.fileOn(reference, larch, { name: 'lost.txt' }),
    await world.fileOn(reference, larch, { name: 'away.txt', content: Buffer.from('Away.') }),
  ];
  await world.loseBytes(lost);
  await world.spoilBytes(spoilt);
  const sam = await signIn(larch.sam);

  for (const [file, status, heading, words] of [
    [lost, 404, 'We cannot find this file', 'lost.txt was uploaded and is on record'],
    [spoilt, 503, 'Sorry, this file cannot be opened just now', 'away.txt is not lost'],
  ] as const) {
    const answer = await sam.goto(paths.document(file));
    expect(answer?.status()).toBe(status);
    await expect(sam.getByRole('heading', { level: 1 })).toHaveText(heading);
    await expect(sam.getByRole('main')).toContainText(words);
    await expectWholePage(sam);
    if (hasJavaScript()) await expectAccessible(sam);
  }
  await sam.goto(paths.timeline(reference));
  await expect(sam.getByRole('main')).not.toContainText('File downloaded');

  await test.step('Whoever may not see it learns nothing by asking', async () => {
    const eve = await signIn(elm.sam);
    await eve.goto(paths.documentTrouble(lost, 'away'));
    await expect(eve.getByRole('heading', { level: 1 })).toHaveText('Page not found');
  });
});
