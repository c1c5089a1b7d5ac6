import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PersonActor } from '@/lib/domain/permissions';
import { getQuestion } from '@/lib/queries/apply/get-question';
import { getOrganisation } from '@/lib/queries/organisations/get-organisation';
import { registerFiles } from '@/lib/testing/register-file';
import { makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { listSnapshots } from './list-snapshots';

let world: World;
let files: ReturnType<typeof registerFiles>;
let manager: PersonActor;
let acme: Supplier;
let reference: string;
beforeAll(async () => {
  world = await makeWorld();
  manager = await world.staff('Mo Manager', 'manager');
  files = registerFiles(world, () => manager);
  acme = await world.supplier('Acme Care');
  reference = await world.draft(acme);
});
afterAll(async () => {
  await files.end();
  await world.end();
});
beforeEach(async () => {
  await world.sql`truncate register_snapshots cascade`;
});

const asked = async (id = 'organisation') =>
  (await getQuestion(acme.person, reference, id, '/'))?.ods;
const ofManager = async () => (await getOrganisation(manager, acme.id))?.ods;
const file = (code: string, status = 'A', asOf = '2026-11-01') =>
  files.read(`${code},ACME LTD,,,1 HIGH STREET,,,,,AB1 2CD,20130401,,${status},`, {
    ...{ register: 'ods_other', asOf },
  });

test('without a source it is not checked, and a file that lacks the code says so', async () => {
  const unchecked = { state: 'unchecked', why: 'no_source' };
  expect(await asked()).toEqual({ code: 'A1B2C', fact: unchecked });
  expect(await ofManager()).toEqual(unchecked);
  await file('Z9');
  expect(await ofManager()).toEqual({ state: 'unchecked', why: 'not_covered' });
});

test('supplier and manager read what the newest file says; other questions say nothing of it', async () => {
  await file('A1B2C');
  const fact = {
    ...{ state: 'active', name: 'ACME LTD', address: '1 HIGH STREET', postcode: 'AB1 2CD' },
    ...{ openedOn: '2013-04-01', closedOn: null, asOf: '2026-11-01', source: 'file' },
  };
  expect(await asked()).toEqual({ code: 'A1B2C', fact });
  expect(await ofManager()).toEqual(fact);
  expect(await asked('isms')).toBeNull();
  await file('A1B2C', 'D', '2026-11-02');
  expect(await ofManager()).toMatchObject({ state: 'inactive', asOf: '2026-11-02' });
});

test('a code that ODS does not know is unknown, from the day of the answer on', async () => {
  await world.sql`insert into ods_organisations values ('A1B2C', '', '', '', '', null, null, null,
    '2026-11-05', 'api', null, '2026-11-05T09:00:00Z')`;
  expect(await ofManager()).toEqual({ state: 'unknown', asOf: '2026-11-05' });
});

test('an organisation without a code has nothing to check', async () => {
  const none = await world.supplier('Birch Software', null);
  expect((await getOrganisation(manager, none.id))?.ods).toBeNull();
  const draft = await world.draft(none);
  expect((await getQuestion(none.person, draft, 'organisation', '/'))?.ods).toBeNull();
});

test('one file of each kind is in use, beside the DSPT register', async () => {
  await file('A1', 'A', '2026-11-03');
  await file('A2', 'A', '2026-11-02');
  const told = { register: 'ods_trusts', asOf: '2026-10-01' } as const;
  await files.read('T1,TRUST,,,,,,,,', told);
  const page = await listSnapshots(manager);
  expect([...(page?.inUse ?? [])].map(([register, { asOf }]) => [register, asOf])).toEqual([
    ['ods_other', '2026-11-03'],
    ['ods_trusts', '2026-10-01'],
  ]);
  expect(page?.rows.map(({ inUse }) => inUse).sort()).toEqual([false, true, true]);
});
