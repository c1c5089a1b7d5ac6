import { afterAll, beforeAll, expect, test } from 'vitest';
import { asActor } from '@/db/client';
import { staffNotes } from '@/db/schema';
import type { PersonActor } from '@/lib/domain/permissions';
import { type Assessment, assessment, codeOf } from '@/lib/testing/assessment';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { writeStaffNote } from './write-staff-note';

let world: World;
let work: Assessment;
let acme: Supplier;
let asha: PersonActor;
let manager: PersonActor;
let reference: string;
beforeAll(async () => {
  world = await makeWorld();
  work = assessment(world);
  acme = await world.supplier('Acme Care');
  asha = await world.staff('Asha Assessor', 'assessor');
  manager = await world.staff('Mo Manager', 'manager');
  reference = await work.submitted(acme, asha);
});
afterAll(() => world.end());

test('assessors and managers write notes on a case or a question, in any status', async () => {
  const body = 'Rang the register team about this.';
  expectOk(await writeStaffNote(asha, { reference, questionId: 'isms', body }));
  expectOk(await writeStaffNote(manager, { reference, questionId: '', body: 'And I agree.' }));
  const { id } = await work.row(reference);
  const notes = await world.sql`select * from staff_notes where application_id = ${id}
    order by written_at, body desc`;
  expect(notes).toMatchObject([
    { question_id: 'isms', round: 1, body, written_by: asha.personId },
    { question_id: null, body: 'And I agree.', written_by: manager.personId },
  ]);
  const events = (await world.eventsOf(reference)).slice(-2);
  expect(events.map(({ type, audience }) => [type, audience])).toEqual([
    ['note.written', 'staff'],
    ['note.written', 'staff'],
  ]);
});

test('suppliers cannot write one, and their role cannot read the table', async () => {
  expect(codeOf(await writeStaffNote(acme.person, { reference, body: 'Hello' }))).toBe('forbidden');
  const read = asActor(acme.person, (tx) => tx.select().from(staffNotes));
  await expect(read).rejects.toThrow('42501');
});

test.each([
  [{ body: '  ' }, 'invalid'],
  [{ body: 'x'.repeat(2001) }, 'invalid'],
  [{ body: 'a\u0000' }, 'invalid'],
  [{ questionId: 'nothing' }, 'not_found'],
  [{ reference: 'DSI-AAAA-AAAA' }, 'not_found'],
])('%j is %s', async (changes, code) => {
  const input = { reference, questionId: 'isms', body: 'A note', ...changes };
  expect(codeOf(await writeStaffNote(asha, input))).toBe(code);
});
