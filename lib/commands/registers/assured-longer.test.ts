import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { confirmDecision } from '@/lib/commands/assess/confirm-decision';
import type { PersonActor } from '@/lib/domain/permissions';
import { moveClock } from '@/lib/ports/clock';
import { newFileKey } from '@/lib/ports/file-store';
import { getApplication } from '@/lib/queries/apply/get-application';
import { getDecision } from '@/lib/queries/apply/get-decision';
import { listApplications } from '@/lib/queries/apply/list-applications';
import { getCase } from '@/lib/queries/assess/get-case';
import { getProduct } from '@/lib/queries/organisations/get-product';
import { type Assessment, assessment } from '@/lib/testing/assessment';
import type { AnswerChanges } from '@/lib/testing/frozen';
import { putRegister } from '@/lib/testing/register';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { confirmSnapshot } from './confirm-snapshot';
import { uploadSnapshot } from './upload-snapshot';

let world: World;
let work: Assessment;
let acme: Supplier;
let asha: PersonActor;
let manager: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  work = assessment(world);
  asha = await world.staff('Asha Assessor', 'assessor');
  manager = await world.staff('Mo Manager', 'manager');
});
afterAll(() => world.end());
beforeEach(async () => {
  await world.sql`truncate register_refusals, register_rows, register_snapshots cascade`;
  moveClock('2026-11-23T10:00:00Z');
  acme = await world.supplier('Acme Care');
});

const row = (status: string, code = 'A1B2C') =>
  [code, 'ACME CARE LIMITED', status, '02/07/2027', 'Company'] as const;
const other = row('25/26 Standards Met', 'OTHER');

async function approved(answers: AnswerChanges = {}): Promise<string> {
  const reference = await work.recommended(acme, asha, { answers });
  const version = await work.mark(manager, reference);
  expectOk(await confirmDecision(manager, { reference, version }));
  return reference;
}
const told = async (reference: string) =>
  (await getDecision(acme.person, reference))?.clearance.sentence;

const DECLARED = 'Assured until 30 June 2027, because your 25/26 DSPT status runs out then';
const EXTENDED =
  'Assured until 30 June 2028, because your 26/27 DSPT status, which the register of 3 July 2027 shows, runs out then';

test('a new register that shows a newer status extends it wherever it is shown', async () => {
  const reference = await approved();
  expect(await told(reference)).toBe(DECLARED);
  moveClock('2027-07-05T10:00:00Z');
  expect(await told(reference)).toBe(
    DECLARED.replace('Assured', 'Was assured').replace('runs', 'ran'),
  );

  await putRegister(asha, '2027-07-03', [row('26/27 Standards Met')]);
  const supplier = { cleared: true, sentence: EXTENDED };
  expect((await getDecision(acme.person, reference))?.clearance).toEqual(supplier);
  expect((await getApplication(acme.contributor, reference))?.clearance).toEqual(supplier);
  const { product_id: productId } = await work.row(reference);
  const staff = { ...supplier, sentence: EXTENDED.replace('your', 'the') };
  expect((await getCase(asha, reference))?.clearance).toEqual(staff);
  expect((await getProduct(manager, acme.id, productId))?.clearance).toEqual(staff);
});

test('each product of a supplier is told by the code that its own declaration gives', async () => {
  const own = await approved();
  const published = await approved({ organisation: { dsptIdentifier: 'HQ-77' } });
  const declared = await approved({ organisation: { odsCode: 'D4E5F' } });
  // What the organisation is known by today is not what was declared then.
  await world.sql`update organisations set ods_code = 'NEW1' where id = ${acme.id}`;
  moveClock('2027-07-05T10:00:00Z');
  const statuses = [
    ...[row('26/27 Standards Met'), row('26/27 Standards Not Met', 'D4E5F')],
    ...[row('27/28 Standards Exceeded', 'HQ-77'), row('27/28 Standards Met', 'NEW1')],
  ];
  await putRegister(asha, '2027-07-03', statuses);
  const cards = (await listApplications(acme.person))?.decided.cards ?? [];
  const sentences = Object.fromEntries(
    cards.map(({ reference, clearance }) => [reference, clearance.sentence]),
  );
  expect(sentences).toEqual({
    [own]: EXTENDED,
    [published]: EXTENDED.replace('2028', '2029').replace('26/27', '27/28'),
    [declared]: DECLARED.replace('Assured', 'Was assured').replace('runs', 'ran'),
  });
});

test('only the snapshot in use counts: ready, and of the latest day', async () => {
  const reference = await approved();
  // Staff may see every snapshot, so that theirs is the reading that could count a wrong one.
  const both = async () => {
    const staff = (await getCase(asha, reference))?.clearance?.sentence;
    expect(staff).toBe((await told(reference))?.replace('your', 'the'));
    return told(reference);
  };
  moveClock('2027-03-01T10:00:00Z');
  await putRegister(asha, '2027-02-01', [row('25/26 Standards Met'), other]);
  const newer = [row('26/27 Standards Met')];
  const waiting = await putRegister(asha, '2027-02-20', newer);
  expect(await both()).toBe(DECLARED);
  await putRegister(asha, '2027-01-20', [...newer, other]);
  expect(await both()).toBe(DECLARED);

  expectOk(await confirmSnapshot(manager, { snapshotId: waiting }));
  const extended = EXTENDED.replace('3 July 2027', '20 February 2027');
  expect(await both()).toBe(extended);
  const key = newFileKey();
  const file = { key, name: 'register.csv', size: 10, sha256: key };
  const unread = { register: 'dspt', file, asOf: '2027-02-21', complete: true };
  expectOk(await uploadSnapshot(asha, unread));
  expect(await both()).toBe(extended);
  // A later one that holds the supplier no more leaves what was declared.
  await putRegister(asha, '2027-02-25', [other]);
  expect(await both()).toBe(DECLARED);
});

test('an approval that is not in force stays so, whatever the register shows', async () => {
  const reference = await approved();
  moveClock('2027-07-05T10:00:00Z');
  await putRegister(asha, '2027-07-03', [row('26/27 Standards Met')]);
  const { id } = await work.row(reference);
  for (const status of ['suspended', 'lapsed', 'ended']) {
    await world.sql`update approvals set status = ${status} where application_id = ${id}`;
    expect(await told(reference)).toBe('Not cleared for live');
  }
});
