import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase } from '@/db/client';
import { type TestDatabase, testDatabase } from '@/db/testing';
import type { PersonActor } from '@/lib/domain/permissions';
import { readQueueView } from '@/lib/domain/queue';
import { caseRows } from '@/lib/testing/cases';
import { getQueue } from './get-queue';

let db: TestDatabase;
let rows: ReturnType<typeof caseRows>;
let ada: PersonActor;
let reference: string;

beforeAll(async () => {
  db = await testDatabase();
  process.env.DATABASE_URL = db.appUrl;
  rows = caseRows(db.superuserUrl);
  ada = await rows.person('Ada Assessor', ['assessor']);
  const [hill, vale] = [await rows.organisation('Hill & Co'), await rows.organisation('100%_Vale')];
  await rows.application({ organisationId: hill, product: 'Orchard Records' });
  await rows.application({ organisationId: hill, product: 'Meadow', status: 'in_assessment' });
  const assigneeId = ada.personId;
  const made = await rows.application({
    organisationId: vale,
    product: 'Back\\slash_1',
    assigneeId,
  });
  reference = made.reference;
  await rows.application({ organisationId: vale, product: 'Orchard 2', status: 'approved' });
});

afterAll(async () => {
  await rows.end();
  await closeDatabase();
  await db.drop();
});

async function products(query: Record<string, string | string[]>): Promise<string[]> {
  const found = await getQueue(ada, readQueueView({ tab: 'all', ...query }, 'mine'));
  return (found?.rows ?? []).map((row) => row.product).sort();
}

test.each([
  [{ text: 'orchard' }, ['Orchard 2', 'Orchard Records']],
  [{ text: 'RECORDS hill' }, ['Orchard Records']],
  [{ text: 'orchard', supplier: 'vale' }, ['Orchard 2']],
  [{ text: 'orchard', tab: 'open' }, ['Orchard Records']],
  [{ text: '%%%' }, []],
  [{ text: '___' }, []],
  [{ text: '100%_' }, ['Back\\slash_1', 'Orchard 2']],
  [{ text: 'slash_1' }, ['Back\\slash_1']],
  [{ text: 'slashx1' }, []],
  [{ text: 'back\\sl' }, ['Back\\slash_1']],
  [{ text: "o'; drop--" }, []],
  [{ text: '\u0000\u0007orchard' }, ['Orchard 2', 'Orchard Records']],
  [{ text: ['meadow', 'orchard'] }, ['Meadow']],
  [{ supplier: 'HILL' }, ['Meadow', 'Orchard Records']],
  [{ supplier: '100%' }, ['Back\\slash_1', 'Orchard 2']],
  [{ supplier: 'nobody at all' }, []],
  [{ product: 'orchard' }, ['Orchard 2', 'Orchard Records']],
  [{ product: 'meadow', supplier: 'hill' }, ['Meadow']],
  [{ status: 'approved' }, ['Orchard 2']],
  [{ status: 'in_assessment', tab: 'open' }, ['Meadow']],
  [{ status: 'approved', tab: 'open' }, ['Back\\slash_1', 'Meadow', 'Orchard Records']],
  [{ status: 'constructor', tab: 'toString' }, ['Back\\slash_1']],
  [{ assignee: 'nobody' }, ['Back\\slash_1', 'Meadow', 'Orchard 2', 'Orchard Records']],
])('%j finds %j', async (query, expected) => {
  expect(await products(query as Record<string, string>)).toEqual(expected);
});

test('a reference is found by its last characters, and an assessor’s cases by the assessor', async () => {
  expect(await products({ text: reference.slice(4).toLowerCase() })).toEqual(['Back\\slash_1']);
  expect(await products({ assignee: ada.personId })).toEqual(['Back\\slash_1']);
});

test('words too short to look for find nothing, and are named', async () => {
  expect(await products({ text: 'or' })).toEqual([]);
  expect(await products({ text: 'or orchard' })).toEqual(['Orchard 2', 'Orchard Records']);
});
