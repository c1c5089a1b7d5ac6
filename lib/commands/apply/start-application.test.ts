import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readReference } from '@/lib/domain/reference';
import { seedRandomness } from '@/lib/ports/randomness';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { startApplication } from './start-application';

let world: World;
let acme: Supplier;
let other: Supplier;

beforeAll(async () => {
  world = await makeWorld();
  acme = await world.supplier('Acme Care', 'AC123');
  other = await world.supplier('Other Health');
});
beforeEach(() => seedRandomness(null));
afterAll(() => world.end());

const rowsOf = (productId: string) =>
  world.sql`select * from applications where product_id = ${productId}`;

test('a contributor starts an application, which is on record', async () => {
  const { reference } = expectOk(
    await startApplication(acme.contributor, { productId: acme.productId }),
  );
  expect(readReference(reference)).toBe(reference);
  const [row] = await rowsOf(acme.productId);
  expect(row).toMatchObject({ status: 'draft', kind: 'new', round: 1, due_on: null, version: 1 });
  expect(row?.search_text).toBe(`${reference} acme care acme care rota ac123`.toLowerCase());
  expect(row?.created_by).toBe(acme.contributor.personId);
  expect(await world.eventsOf(reference)).toMatchObject([
    { type: 'application.started', audience: 'supplier', draft: false },
  ]);
});

test('a second one for the same product is refused and names the open one', async () => {
  const [open] = await rowsOf(acme.productId);
  const again = await startApplication(acme.person, { productId: acme.productId });
  expect(again).toMatchObject({ problem: { kind: 'refused', code: 'already_open' } });
  expect(JSON.stringify(again)).toContain(open?.reference);
  expect(await rowsOf(acme.productId)).toHaveLength(1);
});

test('once the first is withdrawn another may start', async () => {
  const productId = await world.product(acme.id, 'Second product');
  const { reference } = expectOk(await startApplication(acme.person, { productId }));
  await world.force(reference, 'withdrawn');
  expectOk(await startApplication(acme.person, { productId }));
});

test('twenty at once start one', async () => {
  const productId = await world.product(acme.id, 'Race product');
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => startApplication(acme.person, { productId })),
  );
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(await rowsOf(productId)).toHaveLength(1);
});

test('a reference that is taken is drawn again', async () => {
  const [first, second] = [
    await world.product(acme.id, 'Drawn first'),
    await world.product(acme.id, 'Drawn second'),
  ];
  seedRandomness('same');
  const one = expectOk(await startApplication(acme.person, { productId: first }));
  seedRandomness('same');
  const two = expectOk(await startApplication(acme.person, { productId: second }));
  expect(two.reference).not.toBe(one.reference);
});

test('a product of another organisation looks like a missing one', async () => {
  const missing = '00000000-0000-4000-8000-000000000000';
  for (const productId of [other.productId, missing])
    expect(await startApplication(acme.person, { productId })).toEqual({
      ok: false,
      problem: { kind: 'not_found' },
    });
  expect(await rowsOf(other.productId)).toHaveLength(0);
});

test('only contributors start', async () => {
  const people = [
    acme.signatory,
    acme.administrator,
    await world.staff('Asha', 'assessor'),
    await world.staff('Mo', 'manager'),
    { kind: 'visitor' } as const,
  ];
  for (const actor of people)
    expect(await startApplication(actor, { productId: acme.productId })).toMatchObject({
      problem: { kind: 'forbidden' },
    });
});

test.each([{}, { productId: '' }, { productId: 'x' }, { productId: ['a'] }, null])(
  'nothing chosen or tampered with: %j',
  async (input) => {
    expect(await startApplication(acme.person, input)).toMatchObject({
      problem: { kind: 'invalid' },
    });
  },
);
