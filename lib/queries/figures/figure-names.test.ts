import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FigureFilter } from '@/lib/domain/figure-sums';
import type { PersonActor } from '@/lib/domain/permissions';
import { makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { getFlow } from './get-flow';
import { getWhy } from './get-why';
import { listFigureCases } from './list-figure-cases';

let world: World;
let acme: Supplier;
let birch: Supplier;
let ann: PersonActor;
let max: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  [acme, birch] = [await world.supplier('Acme Care'), await world.supplier('Birch Health')];
  ann = await world.staff('Ann Assessor', 'assessor');
  max = await world.staff('Max Manager', 'manager');
  await world.sql`insert into figure_sums (period, starts_on, measure, label, value, cases)
    values ('month', '2026-10-01', 'received', '1', 0, 7)`;
});
afterAll(() => world.end());

const filter: FigureFilter = {
  ...{ period: 'month', from: '2026-10-01', to: '2026-11-23' },
  ...{ assessorId: null, organisationId: null, productId: null },
};
const list = (narrowed: Partial<FigureFilter>) =>
  listFigureCases(max, {
    ...{ ...filter, ...narrowed, measure: 'received' },
    ...{ question: '', reason: '', value: null },
  });

test.each([
  ['assessor', () => ({ assessorId: randomUUID() })],
  // A person of a supplier is no assessor.
  ['assessor', () => ({ assessorId: acme.person.personId })],
  ['supplier', () => ({ organisationId: randomUUID() })],
  ['product', () => ({ productId: randomUUID() })],
  ['product', () => ({ organisationId: acme.id, productId: birch.productId })],
])('an unknown %s is said, and counts nobody’s figures as theirs', async (field, narrow) => {
  const asked = { ...filter, ...narrow() };
  const unknown = [
    { field, message: expect.stringContaining('the one in the address is not known') },
  ];
  expect((await getFlow(max, asked))?.unknown).toEqual(unknown);
  expect((await getWhy(max, asked))?.unknown).toEqual(unknown);
  expect((await list(narrow()))?.unknown).toEqual(unknown);
});

test('what is shown in place of somebody unknown is everybody’s', async () => {
  const found = await getFlow(max, { ...filter, assessorId: randomUUID() });
  expect(found?.whole.received).toBe(7);
});

test('a list says whom it is narrowed to', async () => {
  const narrowed = { assessorId: ann.personId, organisationId: acme.id, productId: acme.productId };
  const found = await list(narrowed);
  expect(found?.unknown).toEqual([]);
  expect(found?.names).toMatchObject({ assessor: 'Ann Assessor', supplier: 'Acme Care' });
  expect(found?.names.product).toBeTruthy();
});
