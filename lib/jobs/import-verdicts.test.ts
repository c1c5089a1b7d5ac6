import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Preview } from '@/lib/domain/euo-import';
import { euoImports } from '@/lib/testing/euo-import';
import { makeWorld, type Supplier, type World } from '@/lib/testing/world';

let world: World;
let imports: ReturnType<typeof euoImports>;
let acme: Supplier;
beforeAll(async () => {
  world = await makeWorld();
  imports = euoImports(world);
});
beforeEach(async () => {
  acme = await world.supplier('Acme Care');
});
afterAll(async () => {
  await imports.end();
  await world.end();
});

const HEAD =
  'ods_code,name,state,go_live_on,dspt_status,dspt_published_on,dspt_checked_on,aup_version,aup_alerted_on';
const MET = '25/26 Standards Met,28/06/2026,2026-07-01,1.0,2026-07-01';
const file = (...rows: string[]) => [HEAD, ...rows].join('\n');
const verdictsOf = async (content: string) =>
  ((await imports.preview(acme, content)) as unknown as { preview: Preview }).preview.verdicts;
const none = {
  ...{ live_ready: 0, live_not: 0, live_lapsed: 0 },
  ...{ planned_ready: 0, planned_not: 0, closed: 0 },
};

test('a preview says how ready its rows will be, and which will not', async () => {
  const found = await verdictsOf(
    file(
      `A1,Aster,live,2026-08-01,${MET}`,
      `B2,Birch,suspended,2026-06-30,${MET}`,
      'C3,Cedar,live,2026-08-01,25/26 Approaching Standards,28/06/2026,2026-07-01,,',
      `D4,Dogwood,planned,,${MET}`,
      'E5,Elm,,,,,,,',
      `F6,Fir,live,2025-08-01,24/25 Standards Met,28/06/2025,2025-07-01,1.0,2025-07-01`,
      'G7,Gum,cancelled,,,,,,',
      '?,Refused,,,,,,,',
    ),
  );
  expect(found?.counts).toEqual({
    ...{ live_ready: 1, live_not: 2, live_lapsed: 1 },
    ...{ planned_ready: 1, planned_not: 1, closed: 1 },
  });
  const product = acme.productName;
  expect(found?.rows).toEqual({
    live_not: [
      { line: 3, code: 'B2', name: 'Birch', product, reasons: ['aup_late'] },
      { line: 4, code: 'C3', name: 'Cedar', product, reasons: ['dspt_below', 'aup_missing'] },
    ],
    live_lapsed: [{ line: 7, code: 'F6', name: 'Fir', product, reasons: ['lapsed_dspt'] }],
    planned_not: [
      { line: 6, code: 'E5', name: 'Elm', product, reasons: ['dspt_not_proven', 'aup_missing'] },
    ],
  });
});

test('what is there counts as it will be changed, and what stays is not counted', async () => {
  const before = file(`A1,Aster,live,2026-08-01,${MET}`, 'B2,Birch,,,,,,,', 'C3,Cedar,,,,,,,');
  await imports.run(acme, before);
  expect((await verdictsOf(before))?.counts).toEqual(none);
  const change = file('A1,Aster Ltd,,,,,,,', `B2,,,,${MET}`, 'C3,,,,,,,,');
  expect((await verdictsOf(change))?.counts).toEqual({ ...none, live_ready: 1, planned_ready: 1 });
});

test('of many the first by line are shown', async () => {
  const rows = Array.from({ length: 40 }, (_, n) => `T${n},Tree ${n},,,,,,,`);
  const found = await verdictsOf(file(...rows));
  expect(found?.counts.planned_not).toBe(40);
  expect(found?.rows.planned_not.map(({ line }) => line)).toEqual(
    Array.from({ length: 25 }, (_, n) => n + 2),
  );
});
