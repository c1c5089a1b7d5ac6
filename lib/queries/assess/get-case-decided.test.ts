import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirmDecision } from '@/lib/commands/assess/confirm-decision';
import { recommendDecision } from '@/lib/commands/assess/recommend-decision';
import { changeProductDates } from '@/lib/commands/manage/change-product-dates';
import type { PersonActor } from '@/lib/domain/permissions';
import { moveClock } from '@/lib/ports/clock';
import { getDecision } from '@/lib/queries/apply/get-decision';
import { getProduct } from '@/lib/queries/organisations/get-product';
import { type Assessment, assessment } from '@/lib/testing/assessment';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { getCase } from './get-case';

let world: World;
let work: Assessment;
let acme: Supplier;
let asha: PersonActor;
let manager: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  work = assessment(world);
  acme = await world.supplier('Acme Care');
  asha = await world.staff('Asha Assessor', 'assessor');
  manager = await world.staff('Mo Manager', 'manager');
});
afterAll(() => world.end());

async function decided(outcome: 'approved' | 'rejected'): Promise<string> {
  const reference = await work.submitted(acme, asha);
  await work.reviewAll(asha, reference, outcome === 'rejected' ? { isms: 'not_met' } : {});
  const given = { outcome, reasons: 'Read in full.', conditions: [] };
  const version = await work.mark(asha, reference);
  expectOk(await recommendDecision(asha, { reference, version, ...given }));
  expect((await getCase(manager, reference))?.clearance).toBeNull();
  const confirmed = { reference, version: await work.mark(manager, reference) };
  expectOk(await confirmDecision(manager, confirmed));
  return reference;
}

/** The line as the case, the product and the supplier's decision say it. */
async function lines(reference: string) {
  const { product_id: productId } = await work.row(reference);
  return {
    staff: (await getCase(asha, reference))?.clearance,
    product: (await getProduct(manager, acme.id, productId))?.clearance,
    supplier: (await getDecision(acme.person, reference))?.clearance,
    productId: String(productId),
  };
}

test('staff read until when an approved product is assured, as its supplier does', async () => {
  const reference = await decided('approved');
  const found = await lines(reference);
  const until = 'Assured until 30 June 2027, because the 25/26 DSPT status runs out then';
  expect(found.staff).toEqual({ cleared: true, sentence: until });
  expect(found.product).toEqual(found.staff);
  expect(found.supplier).toEqual({ cleared: true, sentence: until.replace('the', 'your') });

  const signed = { 'signed-day': '1', 'signed-month': '3', 'signed-year': '2026' };
  const agreement = { organisationId: acme.id, productId: found.productId, version: '1' };
  expectOk(await changeProductDates(manager, { ...agreement, ...signed }));
  const anniversary = await lines(reference);
  expect(anniversary.staff?.sentence).toMatch(
    /^Assured until 1 March 2027, because the connection/,
  );
  expect(anniversary.product).toEqual(anniversary.staff);

  moveClock('2027-03-02T10:00:00Z');
  const past = await lines(reference);
  expect(past.staff).toMatchObject({ cleared: false });
  expect(past.staff?.sentence).toMatch(/^Was assured until 1 March 2027, because the connection/);
  expect(past.product).toEqual(past.staff);
  moveClock('2026-11-23T10:00:00Z');
});

test('what was rejected, or is in force no more, is not cleared', async () => {
  const none = { cleared: false, sentence: 'Not cleared for live' };
  const rejected = await lines(await decided('rejected'));
  expect(rejected).toMatchObject({ staff: none, product: none, supplier: none });
  const reference = await decided('approved');
  expect((await lines(reference)).staff?.cleared).toBe(true);
  const { id } = await work.row(reference);
  await world.sql`update approvals set status = 'suspended' where application_id = ${id}`;
  expect(await lines(reference)).toMatchObject({ staff: none, product: none, supplier: none });
});

test('a product is shown to managers, with its own supplier, and to nobody else', async () => {
  const other = await world.supplier('Birch Systems');
  const { product_id: productId } = await work.row(await work.submitted(acme, asha));
  expect(await getProduct(manager, acme.id, productId)).toMatchObject({
    ...{ organisation: 'Acme Care', agreementSignedOn: null },
    clearance: { cleared: false, sentence: 'Not cleared for live' },
  });
  expect(await getProduct(manager, other.id, productId)).toBeNull();
  for (const unknown of ['', 'a\u0000', acme.id])
    expect(await getProduct(manager, acme.id, unknown)).toBeNull();
  for (const actor of [asha, acme.person, { kind: 'visitor' } as const])
    expect(await getProduct(actor, acme.id, productId)).toBeNull();
});
