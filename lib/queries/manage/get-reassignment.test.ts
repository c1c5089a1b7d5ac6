import { afterAll, beforeAll, expect, test } from 'vitest';
import { assignCase } from '@/lib/commands/assess/assign-case';
import { setOwnAbsence } from '@/lib/commands/manage/set-absence';
import type { PersonActor } from '@/lib/domain/permissions';
import {
  MOST_AT_ONCE,
  readReassignQuery,
  reassignQuery,
  staysBecause,
  writeChosen,
} from '@/lib/domain/reassign';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { getReassignment } from './get-reassignment';

let world: World;
let owner: Supplier;
let manager: PersonActor;
let ash: PersonActor;
let bea: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  owner = await world.supplier();
  manager = await world.staff('Mo', 'manager');
  ash = await world.staff('Ash', 'assessor');
  bea = await world.staff('Bea', 'assessor');
});
afterAll(() => world.end());

async function caseOf(assignee: PersonActor | null, status = 'in_assessment') {
  const reference = await world.draft(owner);
  const assignee_id = assignee?.personId ?? null;
  await world.force(reference, status, { assignee_id, submitted_at: new Date() });
  return reference;
}
const idOf = async (reference: string) =>
  (await world.sql`select id from applications where reference = ${reference}`)[0]?.id;
const query = (chosen: string[], to: PersonActor, version = 1) => ({
  ...{ from: '', to: to.personId, list: '' },
  chosen: chosen.map((reference) => ({ reference, version })),
});

test('says of each why it stays, exactly as the command then does', async () => {
  const conflicted = await caseOf(ash);
  await world.sql`insert into conflicts_of_interest (application_id, person_id, reason, declared_at)
    values (${await idOf(conflicted)}, ${bea.personId}, 'A cousin', now())`;
  const recommended = await caseOf(ash, 'recommended');
  await world.sql`insert into recommendations (application_id, round, outcome, reasons, conditions,
    status, recommended_by, recommended_at) values (${await idOf(recommended)}, 1, 'approved', 'Good.',
    '[]', 'open', ${bea.personId}, now())`;
  const decided = await caseOf(ash, 'approved');
  const chosen = [await caseOf(ash), conflicted, recommended, await caseOf(bea), decided];
  const view = await getReassignment(manager, query(chosen, bea));
  const said = new Map(view?.rows.map(({ reference, because }) => [reference, because]));
  expect(chosen.map((reference) => said.get(reference))).toEqual([
    ...[null, 'conflict_of_interest', 'recommender', 'already_theirs', 'wrong_status'],
  ]);
  for (const reference of chosen) {
    const input = { reference, version: 1, assigneeId: bea.personId };
    const done = await assignCase(manager, input);
    expect(done.ok ? null : staysBecause(done.problem)).toBe(said.get(reference));
  }
});

test('who recommended gets back what nobody has, as after an absence', async () => {
  const reference = await caseOf(null, 'recommended');
  await world.sql`insert into recommendations (application_id, round, outcome, reasons, conditions,
    status, recommended_by, recommended_at) values (${await idOf(reference)}, 1, 'approved', 'Good.',
    '[]', 'open', ${bea.personId}, now())`;
  const view = await getReassignment(manager, query([reference], bea));
  expect(view?.rows).toMatchObject([{ reference, because: null }]);
  expectOk(await assignCase(manager, { reference, version: 1, assigneeId: bea.personId }));
});

test('what moved meanwhile stays, with who has it now', async () => {
  const reference = await caseOf(ash);
  expectOk(await assignCase(manager, { reference, version: 1, assigneeId: bea.personId }));
  const view = await getReassignment(manager, query([reference], ash));
  expect(view?.rows).toMatchObject([{ reference, because: 'conflict', assignee: 'Bea' }]);
});

test('of what moved meanwhile it says what holds by now', async () => {
  const chosen = [await caseOf(ash), await caseOf(ash), await caseOf(ash)];
  const [theirs = '', decided = '', elsewhere = ''] = chosen;
  const cy = await world.staff('Cy', 'assessor');
  expectOk(await assignCase(manager, { reference: theirs, version: 1, assigneeId: bea.personId }));
  await world.force(decided, 'approved', { version: 2 });
  expectOk(
    await assignCase(manager, { reference: elsewhere, version: 1, assigneeId: cy.personId }),
  );
  const view = await getReassignment(manager, query(chosen, bea));
  const said = new Map(view?.rows.map(({ reference, because }) => [reference, because]));
  expect(chosen.map((reference) => said.get(reference))).toEqual([
    ...['already_theirs', 'wrong_status', 'conflict'],
  ]);
});

test('nobody but staff is offered to move to or from', async () => {
  const reference = await caseOf(ash);
  expect((await getReassignment(manager, query([reference], owner.person)))?.to).toBeNull();
});

test('all that somebody has, due first, and no more than are moved at once', async () => {
  const dee = await world.staff('Dee', 'assessor');
  const mine = await caseOf(dee);
  await caseOf(dee, 'rejected');
  const from = { from: dee.personId, to: '', chosen: [], list: '' };
  const first = await getReassignment(manager, from);
  expect(first).toMatchObject({ from: 'Dee', to: null, more: false });
  expect(first?.rows.map(({ reference }) => reference)).toEqual([mine]);
  for (let n = 0; n < MOST_AT_ONCE; n += 1) await caseOf(dee);
  const full = await getReassignment(manager, from);
  expect(full).toMatchObject({ more: true });
  expect(full?.rows).toHaveLength(MOST_AT_ONCE);
});

test('nobody absent is given any, and managers alone look', async () => {
  const cleo = await world.staff('Cleo', 'assessor');
  expectOk(await setOwnAbsence(cleo, { until: '2026-12-01' }));
  const reference = await caseOf(ash);
  const view = await getReassignment(manager, query([reference], cleo));
  expect(view).toMatchObject({
    to: { name: 'Cleo', absentUntil: '2026-12-01' },
    rows: [{ because: 'absent' }],
  });
  expect(await getReassignment(ash, query([reference], bea))).toBeNull();
});

test('an address says the same when it is read again, and nonsense says nothing', () => {
  const chosen = [{ reference: 'DSI-7K3M-9Q2T', version: 4 }];
  const said = { from: '', to: ash.personId, chosen, list: '?tab=open' };
  const read = (text: string) => readReassignQuery(Object.fromEntries(new URLSearchParams(text)));
  expect(read(reassignQuery(said))).toEqual(said);
  expect(read('cases=x.1 DSI-7K3M-9Q2T.0 DSI-7K3M-9Q2T').chosen).toEqual([]);
  expect(chosen.map(writeChosen)).toEqual(['DSI-7K3M-9Q2T.4']);
});
