import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PersonActor } from '@/lib/domain/permissions';
import { getOrganisation } from '@/lib/queries/organisations/get-organisation';
import { getProduct } from '@/lib/queries/organisations/get-product';
import { listOrganisations } from '@/lib/queries/organisations/list-organisations';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { addOrganisation } from './add-organisation';
import { addProduct } from './add-product';
import { changeOrganisation } from './change-organisation';
import { changeProductDates } from './change-product-dates';

let world: World;
let supplier: Supplier;
let manager: PersonActor;
let assessor: PersonActor;
const blank = { odsCode: '', dsptIdentifier: '', profile: '' };
const forbidden = { problem: { kind: 'forbidden' } };
const invalid = (field: string) => ({ problem: { kind: 'invalid', fields: [{ field }] } });

beforeAll(async () => {
  world = await makeWorld();
  supplier = await world.supplier('Harbour Health');
  manager = await world.staff('Mira', 'manager');
  assessor = await world.staff('Ash', 'assessor');
});
afterAll(() => world.end());

test('a manager adds an organisation with what is known, codes as they are stored', async () => {
  const input = { ...blank, name: ' Lantern Care ', odsCode: ' 8ab1 ', profile: 'company' };
  const { organisationId: id } = expectOk(await addOrganisation(manager, input));
  expect(await getOrganisation(manager, id)).toMatchObject({
    name: 'Lantern Care',
    odsCode: '8AB1',
    dsptIdentifier: null,
    profile: 'company',
    products: [],
    people: { rows: [], next: null },
  });
  const events = await world.sql`select type, audience from events where subject_id = ${id}`;
  expect([...events]).toEqual([{ type: 'organisation.added', audience: 'supplier' }]);
});

test('bad input, and an ODS code that somebody has, are said beside their fields', async () => {
  expect(await addOrganisation(manager, { ...blank, name: '' })).toMatchObject(invalid('name'));
  for (const odsCode of ['A B', 'TOOLONG123', 'É1', '8AB1\u0000'])
    expect(await addOrganisation(manager, { ...blank, name: 'X', odsCode })).toMatchObject(
      invalid('odsCode'),
    );
  expect(await addOrganisation(manager, { ...blank, name: 'Y', odsCode: '8AB1' })).toMatchObject({
    problem: { fields: [{ field: 'odsCode', message: 'Lantern Care has this ODS code already' }] },
  });
  expect(
    await addOrganisation(manager, { ...blank, name: 'Z', profile: '__proto__' }),
  ).toMatchObject(invalid('profile'));
});

test('a change keeps what was before, and a stale form is a conflict with what stands now', async () => {
  const organisationId = supplier.id;
  const input = { ...blank, name: 'Harbour', odsCode: 'A1B2C', organisationId, version: '1' };
  expectOk(await changeOrganisation(manager, input));
  const again = await changeOrganisation(manager, { ...input, name: 'Other' });
  expect(again).toMatchObject({
    problem: { kind: 'conflict', conflict: { version: 2, fields: { name: 'Harbour' } } },
  });
  const missing = { ...input, organisationId: crypto.randomUUID() };
  expect(await changeOrganisation(manager, missing)).toMatchObject({
    problem: { kind: 'not_found' },
  });
  const [event] = await world.sql`select contents from events join event_contents on event_id = id
    where subject_id = ${organisationId} and type = 'organisation.changed'`;
  expect(event?.contents).toMatchObject({ before: { name: 'Harbour Health' } });
});

test('products have names of their own, and a signing date that was', async () => {
  const organisationId = supplier.id;
  const { productId } = expectOk(await addProduct(manager, { organisationId, name: 'Ward Board' }));
  expect(await addProduct(manager, { organisationId, name: 'Ward Board' })).toMatchObject(
    invalid('name'),
  );
  const sign = (day: string, month: string, year: string, version = '1') =>
    changeProductDates(manager, {
      ...{ organisationId, productId, version },
      ...{ 'signed-day': day, 'signed-month': month, 'signed-year': year },
    });
  expect(await sign('31', 'feb', '2026')).toMatchObject(invalid('signed'));
  expect(await sign('1', '2', '26')).toMatchObject(invalid('signed-year'));
  expect(await sign('24', '11', '2026')).toMatchObject(invalid('signed'));
  expectOk(await sign('23', 'November', '2026'));
  expect(await sign('22', '11', '2026')).toMatchObject({ problem: { kind: 'conflict' } });
  const signed = (await getOrganisation(manager, organisationId))?.products.find(
    ({ id }) => id === productId,
  );
  expect(signed?.agreementSignedOn).toBe('2026-11-23');
  expectOk(await sign('', '', '', '2'));
});

test('a product has a first day, which its history tells apart from the agreement', async () => {
  const organisationId = supplier.id;
  const { productId } = expectOk(await addProduct(manager, { organisationId, name: 'Bed Board' }));
  const begin = (day: string, month: string, year: string, version = '1') =>
    changeProductDates(manager, {
      ...{ organisationId, productId, version },
      ...{ 'available-day': day, 'available-month': month, 'available-year': year },
    });
  expect(await begin('1', '', '2023')).toMatchObject(invalid('available-month'));
  expect(await begin('31', '12', '1989')).toMatchObject(invalid('available'));
  expect(await begin('24', '11', '2028')).toMatchObject(invalid('available'));
  expectOk(await begin('1', '9', '2023'));
  const found = await getProduct(manager, organisationId, productId);
  expect(found).toMatchObject({ availableFrom: '2023-09-01', agreementSignedOn: null });
  const [event] = await world.sql`select contents from events join event_contents on event_id = id
    where subject_id = ${organisationId} and type = 'product.changed' order by sequence desc`;
  expect(event?.contents).toEqual({
    availableFrom: { productId, name: 'Bed Board', from: null, to: '2023-09-01' },
  });
});

test('nobody else may, and the lists stay closed to them', async () => {
  for (const actor of [assessor, supplier.person, { kind: 'visitor' } as const]) {
    const input = { ...blank, name: 'X', organisationId: supplier.id, version: 1 };
    expect(await addOrganisation(actor, input)).toMatchObject(forbidden);
    expect(await changeOrganisation(actor, input)).toMatchObject(forbidden);
    expect(await addProduct(actor, input)).toMatchObject(forbidden);
    expect(await changeProductDates(actor, input)).toMatchObject(forbidden);
    expect(await listOrganisations(actor, {})).toBeNull();
    expect(await getOrganisation(actor, supplier.id)).toBeNull();
  }
});

test('the list pages by keyset, finds part of a name, and counts', async () => {
  for (let index = 0; index < 30; index += 1)
    await addOrganisation(manager, {
      ...blank,
      name: `Paging 100% ${String(index).padStart(2, '0')}`,
    });
  const first = await listOrganisations(manager, { text: 'paging 100%' });
  expect(first?.rows).toHaveLength(25);
  const second = await listOrganisations(manager, {
    text: 'paging 100%',
    after: first?.next ?? null,
  });
  const names = [...(first?.rows ?? []), ...(second?.rows ?? [])].map(({ name }) => name);
  expect(new Set(names).size).toBe(30);
  expect(second?.next).toBeNull();
  expect((await listOrganisations(manager, { text: '_' }))?.rows).toEqual([]);
  const odd = { name: 'a\0b', id: second?.rows[0]?.id ?? '' };
  expect((await listOrganisations(manager, { text: 'x\0y', after: odd }))?.rows).toEqual([]);
  const [harbour] = (await listOrganisations(manager, { text: 'a1b2c' }))?.rows ?? [];
  expect(harbour).toMatchObject({ name: 'Harbour', products: 3, people: 4 });
});
