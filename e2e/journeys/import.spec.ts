import { expect, test } from '@/e2e/fixtures';
import { ImportPage } from '@/e2e/pages/import-page';
import { paths } from '@/lib/paths';

const ROWS = [
  'A1,"Aster, ""Sons"" & Co",live,01/08/2026,25/26 Standards Met,28/06/2026,2026-07-01,1.0,2026-07-01',
  'b 2,=Birch,planned,,,,,,',
  ',Nobody,,31/06/2026,,,,,',
];

test('a file is filled in, previewed, its bad rows given back, imported, and imported again for nothing', async ({
  world,
  signIn,
}) => {
  const { chris } = await world.supplier();
  const imports = new ImportPage(await signIn(chris));
  await imports.open();
  const headings = (await imports.download('Download the template (CSV)')).trim();
  expect(headings).toMatch(/^ods_code,name,product,state,/);
  const columns =
    'ods_code,name,state,go_live_on,dspt_status,dspt_published_on,dspt_checked_on,aup_version,aup_alerted_on';
  for (const column of columns.split(',')) expect(headings.split(',')).toContain(column);

  const content = [columns, ...ROWS].join('\r\n');
  await imports.uploads(content);
  await imports.comesTo('euos.csv', 'Import 2 rows', 'The ODS code is missing');
  await imports.says('Aster, "Sons" & Co', 'go_live_on is not a real date');
  await imports.says('Nobody', 'go_live_on: 31/06/2026', 'You can import it until');
  await imports.says('Live and ready1 row', 'Planned and not ready yet1 row', 'AUP alert missing');
  const refused = await imports.download(/^Download 1 refused row/);
  expect(refused.split('\r\n')).toEqual([
    `\ufeffline,refused because,${columns}`,
    expect.stringMatching(
      /^4,The ODS code is missing; go_live_on is not .*,,Nobody,,31\/06\/2026,,,,,$/,
    ),
    '',
  ]);
  await imports.press('Import 2 rows');
  await imports.comesTo('euos.csv', 'The file is imported', 'Added2 rows');
  await imports.follow('See your end user organisations');
  await imports.says('Aster, "Sons" & Co', '=Birch', 'Live', 'Planned');

  const exported = await imports.download('CSV');
  expect(exported).toContain('"Aster, ""Sons"" & Co"');
  expect(exported).toContain("B2,'=Birch,");

  await imports.uploads(content);
  await imports.comesTo('euos.csv', 'There is nothing to import', 'Stay as they are2 rows');
  await imports.says('Nothing to import');
  await imports.press('Finish');
  await imports.comesTo('euos.csv', 'There was nothing to import');
  await imports.uploads(exported, 'exported.csv');
  await imports.comesTo('exported.csv', 'There is nothing to import', 'Refused0 rows');
  await imports.press('Finish');
  await imports.comesTo('exported.csv', 'There was nothing to import');
});

test('rows are pasted as a spreadsheet copies them, and what they change is said first', async ({
  world,
  signIn,
}) => {
  const { chris } = await world.supplier();
  const imports = new ImportPage(await signIn(chris));
  await imports.pastes('ods_code\tname\nP1\tPine, the surgery\nP2\tPoplar');
  await imports.comesTo('Pasted rows.csv', 'Import 2 rows');
  await imports.press('Import 2 rows');
  await imports.comesTo('Pasted rows.csv', 'The file is imported');
  await imports.pastes('ods_code,name\nP1,Pine\nP2,Poplar');
  await imports.comesTo('Pasted rows.csv', 'Name: Pine, the surgery to Pine', 'Import 1 row');
  await imports.press('Give up');
  await imports.comesTo('Pasted rows.csv', 'This import was given up');
});

test('what is no file of end user organisations is refused in words @desktop', async ({
  world,
  signIn,
}) => {
  const { chris } = await world.supplier();
  const imports = new ImportPage(await signIn(chris));
  await imports.open();
  await imports.press('Upload');
  await imports.refuses('Select a file or paste rows');
  await imports.uploads('A,B', 'euos.xlsx');
  await imports.refuses(/must be a CSV/);
  await imports.open();
  await imports.chooses('euos.csv', 'ods_code\nA1');
  await imports.fillsIn('ods_code\nA1');
  await imports.press('Upload');
  await imports.refuses('Select a file or paste rows, not both');
  await imports.open();
  await imports.fillsIn('');
  await imports.chooses('euos.csv', 'name\nA1');
  await imports.press('Upload');
  await imports.comesTo('euos.csv', 'must have the column ‘ods_code’');
  await imports.page.goto(`${paths.euoImport('nothing')}`);
  await imports.says('Page not found');
});
