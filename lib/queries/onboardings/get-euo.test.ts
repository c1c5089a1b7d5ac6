import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeDetails } from '@/lib/commands/onboardings/change-details';
import { moveClock } from '@/lib/ports/clock';
import { getSupplierEuo } from '@/lib/queries/suppliers/get-supplier-euo';
import { euoImports } from '@/lib/testing/euo-import';
import { onboardingSteps, typed } from '@/lib/testing/onboardings';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { getEuo, getEuoHistory, getOnboarding } from './get-euo';
import { getNewEuo } from './get-new-euo';

let world: World;
let steps: ReturnType<typeof onboardingSteps>;
let imports: ReturnType<typeof euoImports>;
let acme: Supplier;
let other: Supplier;
beforeAll(async () => {
  world = await makeWorld();
  steps = onboardingSteps(world);
  imports = euoImports(world);
  acme = await world.supplier('Acme Care', 'ACM1');
  other = await world.supplier('Other Health');
});
afterAll(async () => {
  await imports.end();
  await world.end();
});

test('a code shows its own supplier each product, in either case, and nobody else', async () => {
  const id = await steps.add(acme, {}, 'Q1');
  const second = await world.product(acme.id, 'Aardvark');
  await world.sql`insert into onboardings (organisation_id, product_id, ods_code, name, state, state_on,
    verdict, reasons, flags, created_at) values (${acme.id}, ${second}, 'Q1', 'Elm', 'planned', now(),
    'not_proven', '{}', '{}', now())`;
  const found = await getEuo(acme.administrator, 'q1');
  expect(found?.onboardings.map(({ product }) => product)).toEqual(['Aardvark', acme.productName]);
  expect(found?.onboardings[1]).toMatchObject({
    ...{ id, verdict: 'not_proven', says: 'Not proven: 2 things are missing', moves: [] },
    ...{ mayEdit: false, mayOverride: false, register: null, checks: [], files: [] },
  });
  const asha = await world.staff('Asha', 'assessor');
  for (const actor of [other.person, asha]) {
    expect(await getEuo(actor, 'Q1')).toBe(null);
    expect(await getOnboarding(actor, 'Q1', id)).toBe(null);
    expect(await getEuoHistory(actor, { code: 'Q1', id }, undefined)).toBe(null);
  }
  for (const [code, wrong] of [
    ['Q2', id],
    ['Q1', 'not an id'],
    ['Q1\0', id],
  ] as const)
    expect(await getOnboarding(acme.person, code, wrong)).toBe(null);
});

test('a new one is told which products have the code already, of its own alone', async () => {
  await steps.add(acme, {}, 'Q3');
  expect((await getNewEuo(acme.contributor, 'Q3'))?.there).toEqual([acme.productId]);
  const theirs = await getNewEuo(other.contributor, 'Q3');
  expect([theirs?.there, theirs?.products.map(({ id }) => id)]).toEqual([[], [other.productId]]);
  expect(await getNewEuo(acme.signatory, 'Q3')).toBe(null);
});

test('history tells of people and of imports, the latest first, a page at a time', async () => {
  const rows = (name: string) => `ods_code,name,product\nQ4,${name},${acme.productName}\n`;
  moveClock('2026-11-23T10:00:00Z');
  await imports.run(acme, rows('Ash Surgery'));
  const [made] = await world.sql`select id from onboardings where ods_code = 'Q4'`;
  const id: string = made?.id;
  moveClock('2026-11-23T11:00:00Z');
  await imports.run(acme, rows('Beech Surgery'));
  moveClock('2026-11-23T12:00:00Z');
  const values = typed.details({ name: 'Cedar Surgery' });
  const version = await steps.version(id);
  expectOk(await changeDetails(acme.contributor, { onboardingId: id, version, values }));
  const found = await getEuoHistory(acme.person, { code: 'Q4', id }, undefined);
  expect(found?.entries.map(({ title, by, lines }) => [title, by, lines])).toEqual([
    [
      ...['End user organisation changed', acme.contributor.name],
      ['Name: from Beech Surgery to Cedar Surgery'],
    ],
    [
      ...['Changed by an import', acme.contributor.name],
      ['File: euos.csv', 'Name before: Ash Surgery'],
    ],
    ['End user organisation added', 'an import', []],
  ]);
  const own = (await getEuo(acme.person, 'Q4'))?.onboardings[0]?.history;
  expect(own).toHaveLength(3);
  // The assessor reads of an import what its supplier reads.
  const seen = await getSupplierEuo(await world.staff('Asha', 'assessor'), 'ACM1', 'Q4');
  expect(seen?.onboardings[0]?.history).toEqual(own);
  moveClock('2026-11-23T13:00:00Z');
  const { id: importId } = await imports.preview(acme, rows('Damson Surgery'));
  await imports.confirm(acme, importId, true);
  const all = await getEuoHistory(acme.person, { code: 'Q4', id }, undefined);
  expect(all?.entries[0]?.lines).toEqual(['File: euos.csv', 'Name before: Cedar Surgery']);
  const earlier = await getEuoHistory(acme.person, { code: 'Q4', id }, 1);
  expect(earlier?.entries.map(({ title }) => title)).toEqual([
    ...['Changed by an import', 'End user organisation added'],
  ]);
});
