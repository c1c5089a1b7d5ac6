import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectOk, makeWorld, type World } from '@/lib/testing/world';
import { changeOrganisation } from './change-organisation';

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(() => world.end());

test('a supplier that was renamed is searched by its new name and code, and only it', async () => {
  const acme = await world.supplier('Acme Care');
  const other = await world.supplier('Other Health', 'B2C3D');
  const [ours, theirs] = [await world.draft(acme, acme.productId), await world.draft(other)];
  const manager = await world.staff('Max', 'manager');
  const wordsOf = async (reference: string): Promise<string> => {
    const [row] =
      await world.sql`select search_text from applications where reference = ${reference}`;
    return row?.search_text;
  };
  const before = await wordsOf(theirs);
  const details = { name: 'Zenith Ünion', odsCode: 'Z9', dsptIdentifier: '', profile: 'company' };
  expectOk(await changeOrganisation(manager, { ...details, organisationId: acme.id, version: 1 }));
  expect(await wordsOf(ours)).toBe(`${ours} zenith ünion ${acme.productName} z9`.toLowerCase());
  expect(await wordsOf(theirs)).toBe(before);
});
