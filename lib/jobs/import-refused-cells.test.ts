import { afterAll, beforeAll, expect, test } from 'vitest';
import { getImport } from '@/lib/queries/imports/get-import';
import { euoImports } from '@/lib/testing/euo-import';
import { makeWorld, type Supplier, type World } from '@/lib/testing/world';

let world: World;
let imports: ReturnType<typeof euoImports>;
let acme: Supplier;
beforeAll(async () => {
  world = await makeWorld();
  imports = euoImports(world);
  acme = await world.supplier('Acme Care');
});
afterAll(async () => {
  await imports.end();
  await world.end();
});

async function refused(content: string) {
  const { id } = await imports.preview(acme, content);
  const found = await getImport(acme.contributor, id);
  return found?.refusals.map(({ line, cells }) => [line, cells]);
}

test('a refused row is shown with its code, its name and the cells that are wrong, as they were given', async () => {
  const file = [
    'contact_email;Name;ODS code;go_live_on;state;clinical_safety;lead_ods_code',
    'ann@; Aster;a 1;31/06/2026;LIVE;;',
    ';Birch;;;;;',
    `;Cedar;C3;;;${'x'.repeat(501)};`,
    ';Dogwood;D4;;planned;;Z9',
    ';Elm;e5;;;;',
    ';Elm again;E5;;Live;;',
  ].join('\n');
  expect(await refused(file)).toEqual([
    [2, { ods_code: 'a 1', name: 'Aster', go_live_on: '31/06/2026', contact_email: 'ann@' }],
    [3, { ods_code: '', name: 'Birch' }],
    [4, { ods_code: 'C3', name: 'Cedar', clinical_safety: `${'x'.repeat(100)}…` }],
    [5, { ods_code: 'D4', name: 'Dogwood', lead_ods_code: 'Z9' }],
    [7, { ods_code: 'E5', name: 'Elm again', state: 'Live', go_live_on: '' }],
  ]);
});

test('also one that is wrong beside the ledger alone says what its file says', async () => {
  const head = 'ods_code;name;state;go_live_on';
  await imports.run(acme, `${head}\nG7;Gum;live;2026-02-01`);
  expect(await refused(`${head}\ng7;Gum;LIVE;01/03/2026\n?;x;;`)).toEqual([
    [2, { ods_code: 'g7', name: 'Gum', go_live_on: '01/03/2026' }],
    [3, { ods_code: '?', name: 'x' }],
  ]);
});

test('of many the first are shown so, also where later ones alone are wrong by themselves', async () => {
  const rows = Array.from({ length: 60 }, (_, n) => (n < 40 ? `T,Twice ${n}` : `?,Wrong ${n}`));
  const shown = await refused(['ods_code,name', ...rows].join('\n'));
  expect(shown).toHaveLength(25);
  expect(shown?.[0]).toEqual([3, { ods_code: 'T', name: 'Twice 1' }]);
  expect(shown?.[24]).toEqual([27, { ods_code: 'T', name: 'Twice 25' }]);
});
