import { expect, test } from '@/e2e/fixtures';
import { paths } from '@/lib/paths';

/** The tables of the managers' pages by their captions, and the download that holds what each shows. */
const TABLES: Record<string, [RegExp, string][]> = {
  [`${paths.manage}?tab=all`]: [[/^Everything$/, 'of all applications of this list']],
  [paths.manageWho]: [
    [/^What waits for each assessor, by age$/, 'of what each assessor has'],
    [/^Assessors, who has most to do first$/, 'of what each assessor has'],
  ],
  [paths.lapses]: [
    [/^Last days by month$/, 'of the months'],
    [/^Assessor hours by month$/, 'of the months'],
    [/^Past the last day$/, 'of all that are past the last day'],
    [/approvals? by last day$/, 'of all approvals of this list'],
  ],
  [paths.manageEuos]: [[/^Suppliers and their end user organisations$/, 'of these suppliers']],
  [paths.audit]: [[/^Events, the latest first$/, '']],
};

test('every table of the managers’ pages can be taken away as CSV and XLSX @desktop', async ({
  world,
  signIn,
}) => {
  const larch = await world.supplier();
  await world.liveEuos(larch, 1);
  const ann = await world.staff('Ann Assessor', 'assessor');
  const max = await world.staff('Max Manager', 'manager');
  await world.caseAt('approved', larch, { assessor: ann, second: max });
  const page = await signIn(max);
  for (const [address, tables] of Object.entries(TABLES)) {
    await page.goto(address);
    const captions = await page.locator('main table caption').allTextContents();
    expect(captions.length).toBeGreaterThan(0);
    for (const caption of captions) {
      const known = tables.find(([pattern]) => pattern.test(caption));
      expect(known, `${address}: ${caption}`).toBeDefined();
      for (const format of ['CSV', /XLSX/] as const) {
        const link = page
          .locator('main a[download]')
          .filter({ hasText: format })
          .filter({ hasText: known?.[1] ?? '' });
        const file = await page.request.get((await link.first().getAttribute('href')) ?? '');
        expect(file.status()).toBe(200);
        const bytes = await file.body();
        expect(bytes.subarray(0, 3).toString('hex')).toMatch(
          format === 'CSV' ? /^efbbbf/ : /^504b03/,
        );
        expect(bytes.length).toBeGreaterThan(40);
      }
    }
  }
});
