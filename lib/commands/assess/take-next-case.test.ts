import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { closeDatabase } from '@/db/client';
import { type TestDatabase, testDatabase } from '@/db/testing';
import type { PersonActor } from '@/lib/domain/permissions';
import { caseRows } from '@/lib/testing/cases';
import { declareConflict } from './declare-conflict';
import { takeNextCase } from './take-next-case';

let db: TestDatabase;
let rows: ReturnType<typeof caseRows>;
let ada: PersonActor;
let mia: PersonActor;

beforeAll(async () => {
  db = await testDatabase();
  process.env.DATABASE_URL = db.appUrl;
  rows = caseRows(db.superuserUrl);
  ada = await rows.person('Ada Assessor', ['assessor']);
  mia = await rows.person('Mia Manager', ['manager']);
});

beforeEach(async () => {
  // Nothing of the test before may be waiting.
  await rows.sql`update applications set assignee_id = ${mia.personId} where assignee_id is null`;
});

afterAll(async () => {
  await rows.end();
  await closeDatabase();
  await db.drop();
});

const taken = async (actor: PersonActor) => {
  const done = await takeNextCase(actor, {});
  if (!done.ok) throw new Error(done.problem.kind);
  return done.value.reference;
};

test('takes what is due first of what waits for an assessor, and nothing else', async () => {
  await rows.application({ status: 'draft', dueOn: null, submittedAt: null });
  await rows.application({ status: 'information_requested', dueOn: '2026-01-01' });
  await rows.application({ status: 'recommended', dueOn: '2026-01-01' });
  await rows.application({ status: 'approved', dueOn: '2026-01-01' });
  await rows.application({ dueOn: '2026-01-01', assigneeId: mia.personId });
  const never = await rows.application({ dueOn: null });
  const later = await rows.application({ dueOn: '2026-12-01' });
  const first = await rows.application({ dueOn: '2026-11-30', status: 'in_assessment', round: 2 });
  expect(await taken(ada)).toBe(first.reference);
  expect(await taken(ada)).toBe(later.reference);
  expect(await taken(ada)).toBe(never.reference);
  expect(await taken(ada)).toBeNull();
  const events = await rows.sql`select c.contents from event_contents c join events e
    on e.id = c.event_id where e.subject_id = ${first.id}`;
  expect(events.map((event) => event.contents)).toEqual([
    { from: null, fromId: null, to: 'Ada Assessor', taken: true },
  ]);
});

test('twenty at once get twenty different cases, and the rest get none', async () => {
  const made = new Set<string | null>();
  for (let n = 0; n < 15; n += 1) made.add((await rows.application()).reference);
  const people = await Promise.all(
    Array.from({ length: 20 }, (_, n) => rows.person(`Assessor ${n}`, ['assessor'])),
  );
  const got = await Promise.all(people.map(taken));
  const references = got.filter((reference) => reference !== null);
  expect(new Set(references)).toEqual(made);
  expect(references).toHaveLength(15);
  const assigned = await rows.sql`select assignee_id, version from applications
    where reference in ${rows.sql([...references])}`;
  expect(assigned.every((row) => row.version === 2)).toBe(true);
  expect(new Set(assigned.map((row) => row.assignee_id)).size).toBe(15);
});

test('somebody who is deactivated at that moment gets none', async () => {
  const { reference } = await rows.application();
  const leaving = await rows.person('Lee Assessor', ['assessor']);
  let got: Promise<unknown> = Promise.resolve();
  await rows.sql.begin(async (tx) => {
    await tx`update people set active = false where id = ${leaving.personId}`;
    got = takeNextCase(leaving, {});
    await new Promise((later) => setTimeout(later, 200));
  });
  expect(await got).toMatchObject({ problem: { kind: 'forbidden' } });
  const [row] = await rows.sql`select assignee_id from applications where reference = ${reference}`;
  expect(row?.assignee_id).toBeNull();
});

test('a case with a declared conflict is passed by, and goes back when it was theirs', async () => {
  const own = await rows.application({ dueOn: '2026-11-20', assigneeId: ada.personId });
  const other = await rows.application({ dueOn: '2026-11-25' });
  const input = { reference: own.reference, reason: 'I worked for this supplier until May.' };
  const declared = await declareConflict(ada, input);
  expect(declared).toEqual({ ok: true, value: { reference: own.reference, putBack: true } });
  const events = await rows.sql`select type, audience from events
    where subject_id = ${own.id} order by sequence`;
  expect([...events]).toEqual([
    { type: 'conflict.declared', audience: 'staff' },
    { type: 'application.put_back', audience: 'staff' },
  ]);
  expect(await taken(ada)).toBe(other.reference);
  expect(await taken(ada)).toBeNull();
  expect(await declareConflict(ada, input)).toMatchObject({
    problem: { kind: 'refused', code: 'already_declared' },
  });
  const ben = await rows.person('Ben Assessor', ['assessor']);
  expect(await taken(ben)).toBe(own.reference);
});

test('a conflict is declared by staff, on a case that runs, with a reason', async () => {
  const { reference } = await rows.application();
  const draft = await rows.application({ status: 'draft' });
  const reason = 'My sister works there.';
  const supplier = await rows.person('Sam', ['signatory'], await rows.organisation('Hill & Co'));
  const forbidden = { problem: { kind: 'forbidden' } };
  expect(await declareConflict(supplier, { reference, reason })).toMatchObject(forbidden);
  expect(await takeNextCase(supplier, {})).toMatchObject(forbidden);
  expect(await takeNextCase(mia, {})).toMatchObject(forbidden);
  expect(await takeNextCase({ kind: 'system', name: 'x' }, {})).toMatchObject(forbidden);
  expect(await declareConflict(ada, { reference: draft.reference, reason })).toMatchObject({
    problem: { kind: 'wrong_status' },
  });
  expect(await declareConflict(ada, { reference: 'DSI-2222-2222', reason })).toMatchObject({
    problem: { kind: 'not_found' },
  });
  expect(await declareConflict(ada, { reference, reason: ' ' })).toMatchObject({
    problem: { kind: 'invalid', fields: [{ field: 'reason', message: 'Enter the reason' }] },
  });
  expect(await declareConflict(mia, { reference, reason })).toMatchObject({ ok: true });
});
