import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closeDatabase } from '@/db/client';
import { type TestDatabase, testDatabase } from '@/db/testing';
import { STATUS_IDS } from '@/lib/domain/application';
import { ASSIGNABLE_STATUSES } from '@/lib/domain/assignment';
import type { PersonActor } from '@/lib/domain/permissions';
import { caseRows } from '@/lib/testing/cases';
import { assignCase } from './assign-case';
import { handOverCase } from './hand-over-case';
import { putBackCase } from './put-back-case';

let db: TestDatabase;
let rows: ReturnType<typeof caseRows>;
let [ada, ben, mia, sam]: PersonActor[] = [];

const one = (actor: PersonActor | undefined): PersonActor => {
  if (!actor) throw new Error('nobody');
  return actor;
};

beforeAll(async () => {
  db = await testDatabase();
  process.env.DATABASE_URL = db.appUrl;
  rows = caseRows(db.superuserUrl);
  ada = await rows.person('Ada Assessor', ['assessor']);
  ben = await rows.person('Ben Assessor', ['assessor']);
  mia = await rows.person('Mia Manager', ['manager']);
  sam = await rows.person('Sam', ['signatory'], await rows.organisation('Hill & Co'));
});

afterAll(async () => {
  await rows.end();
  await closeDatabase();
  await db.drop();
});

async function stored(reference: string) {
  const [row] = await rows.sql`select * from applications where reference = ${reference}`;
  const events = await rows.sql`select e.type, e.audience, c.contents from events e
    join event_contents c on c.event_id = e.id where e.subject_id = ${row?.id} order by sequence`;
  return { ...(row as Record<string, unknown>), events } as Record<string, unknown> & {
    events: typeof events;
  };
}

const refusedWith = (code: string) => ({ ok: false, problem: { kind: 'refused', code } });

test('an assessor takes a case that nobody has, and the history says so to staff only', async () => {
  const { reference } = await rows.application();
  const assigneeId = one(ada).personId;
  const before = await stored(reference);
  const done = await assignCase(one(ada), { reference, version: '1', assigneeId });
  expect(done).toEqual({ ok: true, value: { reference, assignee: 'Ada Assessor' } });
  const after = await stored(reference);
  expect(after).toMatchObject({
    assignee_id: assigneeId,
    version: 2,
    status: before.status,
    due_on: before.due_on,
    status_at: before.status_at,
  });
  expect([...after.events]).toEqual([
    {
      type: 'application.assigned',
      audience: 'staff',
      contents: { from: null, fromId: null, to: 'Ada Assessor' },
    },
  ]);
});

test.each(STATUS_IDS)('assigning, handing over and putting back in status %s', async (status) => {
  const { personId } = one(ada);
  const allowed = ASSIGNABLE_STATUSES.includes(status);
  const problem = { ok: false, problem: { kind: 'wrong_status' } };
  const free = await rows.application({ status });
  const assigned = { reference: free.reference, version: 1, assigneeId: personId };
  expect(await assignCase(one(ada), assigned)).toMatchObject(allowed ? { ok: true } : problem);
  const own = { status, assigneeId: personId };
  const mine = { reference: (await rows.application(own)).reference, version: 1 };
  const over = { ...mine, assigneeId: one(ben).personId, note: 'Away next week' };
  expect(await handOverCase(one(ada), over)).toMatchObject(allowed ? { ok: true } : problem);
  const back = { reference: (await rows.application(own)).reference, version: 1 };
  expect(await putBackCase(one(ada), back)).toMatchObject(allowed ? { ok: true } : problem);
  expect((await stored(back.reference)).status).toBe(status);
});

test('somebody else’s case is given away by a manager only', async () => {
  const { reference } = await rows.application({ assigneeId: one(ben).personId });
  const input = { reference, version: 1, assigneeId: one(ada).personId };
  expect(await assignCase(one(ada), input)).toMatchObject(refusedWith('not_yours'));
  expect(await putBackCase(one(ada), input)).toMatchObject(refusedWith('not_yours'));
  expect(await handOverCase(one(ada), { ...input, note: 'x' })).toMatchObject(
    refusedWith('not_yours'),
  );
  expect((await stored(reference)).events).toHaveLength(0);
  expect(await assignCase(one(mia), input)).toMatchObject({ ok: true });
  expect(await putBackCase(one(mia), { reference, version: 2 })).toMatchObject({ ok: true });
  const { events, assignee_id } = await stored(reference);
  expect(assignee_id).toBeNull();
  expect(events.map((event) => [event.type, event.contents.from, event.contents.to])).toEqual([
    ['application.assigned', 'Ben Assessor', 'Ada Assessor'],
    ['application.put_back', 'Ada Assessor', null],
  ]);
});

test('only somebody who is an assessor now can get a case', async () => {
  const { reference } = await rows.application();
  const gone = await rows.person('Gone Assessor', ['assessor']);
  await rows.sql`update people set active = false where id = ${gone.personId}`;
  for (const to of [gone.personId, one(mia).personId, one(sam).personId, randomUUID()]) {
    const input = { reference, version: 1, assigneeId: to };
    expect(await assignCase(one(mia), input)).toMatchObject(refusedWith('not_an_assessor'));
  }
});

test('whoever declared a conflict of interest, or has the case, is refused', async () => {
  const { id, reference } = await rows.application({ assigneeId: one(ada).personId });
  await rows.sql`insert into conflicts_of_interest values (${id}, ${one(ben).personId}, 'x', now())`;
  const input = { reference, version: 1 };
  expect(await assignCase(one(mia), { ...input, assigneeId: one(ben).personId })).toMatchObject(
    refusedWith('conflict_of_interest'),
  );
  expect(await assignCase(one(mia), { ...input, assigneeId: one(ada).personId })).toMatchObject(
    refusedWith('already_theirs'),
  );
});

test('handing over keeps its note among the notes for staff', async () => {
  const { id, reference } = await rows.application({ assigneeId: one(ada).personId, round: 2 });
  const input = { reference, version: 1, assigneeId: one(ben).personId };
  expect(await handOverCase(one(ada), { ...input, note: '  ' })).toMatchObject({
    ok: false,
    problem: { kind: 'invalid', fields: [{ field: 'note', message: 'Enter a note for staff' }] },
  });
  const done = await handOverCase(one(ada), { ...input, note: 'Ask\r\nabout subcontractors' });
  expect(done).toMatchObject({ ok: true, value: { assignee: 'Ben Assessor' } });
  const notes = await rows.sql`select body, round, written_by from staff_notes
    where application_id = ${id}`;
  const written_by = one(ada).personId;
  expect([...notes]).toEqual([{ body: 'Ask\nabout subcontractors', round: 2, written_by }]);
});

test('a form made before somebody else’s change answers who changed it, and changes nothing', async () => {
  const { reference } = await rows.application();
  const first = { reference, version: 1, assigneeId: one(ada).personId };
  await assignCase(one(ada), first);
  const conflict = { version: 2, fields: { assignee: 'Ada Assessor' }, changedBy: 'Ada Assessor' };
  const expected = { ok: false, problem: { kind: 'conflict', conflict } };
  const late = { ...first, assigneeId: one(ben).personId };
  expect(await assignCase(one(mia), late)).toMatchObject(expected);
  expect(await putBackCase(one(mia), late)).toMatchObject(expected);
  expect(await handOverCase(one(ada), { ...late, note: 'x' })).toMatchObject(expected);
  expect(await stored(reference)).toMatchObject({ assignee_id: one(ada).personId, version: 2 });
});

test('suppliers are refused, and a reference that is none is not found', async () => {
  const { reference } = await rows.application();
  const input = { reference, version: 1, assigneeId: one(ada).personId, note: 'x' };
  const commands = [assignCase, handOverCase, putBackCase];
  for (const command of commands) {
    expect(await command(one(sam), input)).toMatchObject({ problem: { kind: 'forbidden' } });
    expect(await command({ kind: 'visitor' }, input)).toMatchObject({
      problem: { kind: 'forbidden' },
    });
    for (const missing of ['DSI-2222-2222', 'x\u0000', ''])
      expect(await command(one(ada), { ...input, reference: missing })).toMatchObject({
        problem: { kind: 'not_found' },
      });
    for (const wrong of [{ version: 'x' }, { version: 0 }, { version: 1e12 }, { reference: 7 }])
      expect(await command(one(ada), { ...input, ...wrong })).toMatchObject({
        problem: { kind: 'invalid' },
      });
  }
  expect(await handOverCase(one(mia), input)).toMatchObject({ problem: { kind: 'forbidden' } });
});
