import { expect, type Given, test } from '@/e2e/fixtures';
import { AccountPage } from '@/e2e/pages/account-page';
import { ImportPage } from '@/e2e/pages/import-page';
import { hasJavaScript } from '@/e2e/pages/screen';
import { SignInPage } from '@/e2e/pages/sign-in-page';

/** The form of an import, before somebody of a new supplier. */
async function openForm({ world, signIn }: Pick<Given, 'world' | 'signIn'>) {
  const { chris } = await world.supplier();
  const imports = new ImportPage(await signIn(chris));
  await imports.open();
  return { chris, imports };
}

const ROWS = 'ods_code;name\nP1;Pine, the "surgery"\nP2;Poplar – café';

test('pasted rows stand in the form until they are taken, also beside a file that is refused', async ({
  world,
  signIn,
}) => {
  const { imports } = await openForm({ world, signIn });
  await imports.chooses('euos.csv', 'ods_code\nA1');
  await imports.fillsIn(ROWS);
  await imports.press('Upload');
  await imports.refuses('Select a file or paste rows, not both');
  await expect(imports.pasted).toHaveValue(ROWS);
  await imports.chooses('euos.exe', 'A,B');
  await imports.press('Upload');
  await imports.refuses(/must be a CSV/);
  await expect(imports.pasted).toHaveValue(ROWS);
  await imports.choosesNothing();
  await imports.press('Upload');
  await imports.comesTo('Pasted rows.csv', 'Import 2 rows', 'Pine, the "surgery"');
  await imports.open();
  await expect(imports.pasted).toHaveValue('');
});

test('more rows than a page can hold are said to be gone, unless a script kept them @desktop', async ({
  world,
  signIn,
}) => {
  const { imports } = await openForm({ world, signIn });
  const many = `ods_code,name\n${`A1,${'x'.repeat(20_000)}\n`.repeat(8)}`;
  await imports.chooses('euos.csv', 'ods_code\nA1');
  await imports.fillsIn(many);
  await imports.press('Upload');
  const both = 'Select a file or paste rows, not both';
  if (hasJavaScript()) await imports.refuses(both);
  else await imports.refuses(both, /You pasted more rows than can be shown here again/);
  await expect(imports.pasted).toHaveValue(hasJavaScript() ? many : '');
});

test('rows that hold no end user organisations are mended where they were pasted', async ({
  world,
  signIn,
}) => {
  const { chris } = await world.supplier();
  const { chris: other } = await world.supplier();
  const imports = new ImportPage(await signIn(chris));
  await imports.pastes('name\tproduct\nPine\tx');
  await imports.comesTo('Pasted rows.csv', 'must have the column ‘ods_code’');
  await imports.follow('Mend the rows that you pasted');
  await imports.says('The rows that you pasted are here again');
  await expect(imports.pasted).toHaveValue('name\tproduct\nPine\tx');
  const address = imports.page.url();
  await imports.fillsIn(ROWS);
  await imports.press('Upload');
  await imports.comesTo('Pasted rows.csv', 'Import 2 rows');

  const theirs = new ImportPage(await signIn(other));
  await theirs.page.goto(address);
  await expect(theirs.pasted).toHaveValue('');
});

test('rows that were pasted when the session had ended are there after signing in', async ({
  world,
  signIn,
}) => {
  const { chris, imports } = await openForm({ world, signIn });
  await imports.fillsIn(ROWS);
  await new AccountPage(await signIn(chris)).open().then((page) => page.endsTheOtherSession());
  await imports.press('Upload');
  if (hasJavaScript()) {
    await expect(imports.pasted).toHaveValue(ROWS);
    return;
  }
  await new SignInPage(imports.page).arrives().then((door) => door.tries(chris));
  await imports.says('The rows that you pasted are here again');
  await expect(imports.pasted).toHaveValue(ROWS);
});
