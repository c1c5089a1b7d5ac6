import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirmDecision } from '@/lib/commands/assess/confirm-decision';
import { NO_FILTER } from '@/lib/domain/onboarding-filter';
import type { PersonActor } from '@/lib/domain/permissions';
import { moveClock } from '@/lib/ports/clock';
import { getSupplier } from '@/lib/queries/suppliers/get-supplier';
import { getSupplierEuo } from '@/lib/queries/suppliers/get-supplier-euo';
import { assessment } from '@/lib/testing/assessment';
import { putEuo } from '@/lib/testing/euos';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { getEuo } from './get-euo';
import { listOnboardings } from './list-onboardings';

let world: World;
let acme: Supplier;
let asha: PersonActor;
let second: string;
let approved: string;
beforeAll(async () => {
  world = await makeWorld();
  const work = assessment(world);
  acme = await world.supplier('Acme Care', 'ACM1');
  asha = await world.staff('Asha Assessor', 'assessor');
  const manager = await world.staff('Mo Manager', 'manager');
  const reference = await work.recommended(acme, asha);
  const version = await work.mark(manager, reference);
  expectOk(await confirmDecision(manager, { reference, version }));
  second = await world.product(acme.id, 'Acme Second');
  const [approval] = await world.sql`select a.product_id, p.name from approvals a
    join products p on p.id = a.product_id`;
  approved = approval?.name;
  await putEuo(world, acme, { code: 'E1', productId: approval?.product_id });
  await putEuo(world, acme, { code: 'E2', productId: second });
  await putEuo(world, acme, { code: 'E3', productId: second, verdict: 'lapsed' });
  await putEuo(world, acme, { code: 'E4', productId: second, state: 'suspended' });
});
afterAll(() => world.end());

const NOT = 'Not cleared for live';
const listed = async () => {
  const list = await listOnboardings(acme.person, { filter: NO_FILTER });
  const marked = list?.rows.filter(({ uncleared }) => uncleared).map(({ odsCode }) => odsCode);
  return [marked, list?.uncleared.map(({ name, live }) => `${name}: ${live}`)];
};

test('what is live in a product without an approval is pointed out, with a count', async () => {
  expect(await listed()).toEqual([['E2', 'E3'], ['Acme Second: 2']]);
  const view = async (code: string) => (await getEuo(acme.person, code))?.onboardings[0]?.uncleared;
  expect([await view('E1'), await view('E2'), await view('E4')]).toEqual([null, NOT, null]);
  const record = await getSupplier(asha, 'ACM1');
  expect(record?.uncleared).toEqual([{ id: second, name: 'Acme Second', sentence: NOT, live: 2 }]);
  const euo = await getSupplierEuo(asha, 'ACM1', 'E2');
  expect(euo?.onboardings[0]?.uncleared).toBe(NOT);
});

test('so is what is live in one whose assurance ran out', async () => {
  moveClock('2027-07-02T10:00:00Z');
  expect(await listed()).toEqual([
    ['E1', 'E2', 'E3'],
    expect.arrayContaining([`${approved}: 1`, 'Acme Second: 2']),
  ]);
  const record = await getSupplier(asha, 'ACM1');
  expect(record?.uncleared.find(({ name }) => name === approved)?.sentence).toBe(
    'Was assured until 30 June 2027, because the 25/26 DSPT status ran out then',
  );
});
