import { expect, test } from '@/e2e/fixtures';
import { CasePage } from '@/e2e/pages/case-page';
import { CheckPage } from '@/e2e/pages/check-page';
import { hasJavaScript } from '@/e2e/pages/screen';
import { paths } from '@/lib/paths';

/** 3 by 2 pixels. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAD0lEQVR4nGNgiNsBRXAWADzsBoVX20xPAAAAAElFTkSuQmCC',
  'base64',
);

test('Ann looks at a scanned image within the case, and only then is it on record @desktop', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  const ann = await world.staff('Ann Assessor', 'assessor');
  const reference = await world.caseAt('finished', larch, { assessor: ann, second: ann });
  const image = { mediaType: 'image/png', content: PNG };
  await world.fileOn(reference, larch, { ...image, name: 'diagram.png' });
  const other = { mediaType: 'image/png', content: Buffer.concat([PNG, Buffer.from('.')]) };
  await world.fileOn(reference, larch, { ...other, name: 'unknown.png', scan: 'not_scanned' });
  const check = await new CheckPage(await signIn(larch.sam)).open(reference);
  await check.declares();

  const desk = await signIn(ann);
  const history = async () => {
    await desk.goto(paths.caseHistory(reference));
    return desk.getByRole('main');
  };
  const isms = () => new CasePage(desk).question('isms');
  await new CasePage(desk).open(reference);
  await expect(isms().getByText('Look at diagram.png')).toBeVisible();
  await expect(isms().getByText('Look at unknown.png')).toHaveCount(0);
  await desk.waitForLoadState('networkidle');
  await expect(await history()).not.toContainText('File opened');

  await new CasePage(desk).open(reference);
  await isms().getByText('Look at diagram.png').click();
  const picture = hasJavaScript() ? isms().getByAltText('diagram.png') : desk.locator('img');
  await expect
    .poll(() =>
      picture.evaluate((seen: HTMLImageElement) => [seen.naturalWidth, seen.naturalHeight]),
    )
    .toEqual([3, 2]);
  await expect(await history()).toContainText('File opened');
});
