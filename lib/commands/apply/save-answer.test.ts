import { afterAll, beforeAll, expect, test } from 'vitest';
import type { QuestionId } from '@/lib/domain/questions/types';
import { finishedAnswer } from '@/lib/testing/answers';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { saveAnswer } from './save-answer';

let world: World;
let acme: Supplier;
let other: Supplier;
beforeAll(async () => {
  world = await makeWorld();
  acme = await world.supplier('Acme Care');
  other = await world.supplier('Other Health');
});
afterAll(() => world.end());

const isms = finishedAnswer('isms');
const stored = async (reference: string, id: QuestionId) => {
  const [row] = await world.sql`select n.* from answers n join applications a
    on a.id = n.application_id where a.reference = ${reference} and n.question_id = ${id}`;
  return row;
};
const save = (reference: string, input: Record<string, unknown>, actor = acme.contributor) =>
  saveAnswer(actor, {
    ...{ reference, questionId: 'isms', fields: isms, version: 0, mode: 'continue' },
    ...input,
  });
const saves = async (reference: string) =>
  (await world.eventsOf(reference)).filter((event) => event.type === 'answer.saved');

test('continue saves a finished answer, tells it, and says what comes next', async () => {
  const reference = await world.draft(acme);
  const fields = finishedAnswer('dspt-status');
  const saved = expectOk(await save(reference, { questionId: 'dspt-status', fields }));
  expect(saved).toMatchObject({ version: 1, next: 'dspt-published-on' });
  expect(await stored(reference, 'dspt-status')).toMatchObject({
    ...{ fields, recorded: fields, version: 1, saved_by: acme.contributor.personId },
  });
  expect(await saves(reference)).toMatchObject([
    { draft: true, contents: { questionId: 'dspt-status', before: null, after: fields } },
  ]);
  expect(expectOk(await save(reference, {})).next).toBeNull();
  const none = { level: 'not_published', edition: '' };
  const again = { questionId: 'dspt-status', fields: none, version: 1 };
  expect(expectOk(await save(reference, again)).next).toBe('euo-process');
});

test('continue with problems saves nothing; later saves what was typed', async () => {
  const reference = await world.draft(acme);
  const fields = { ...isms, choice: '', details: 'x'.repeat(2001) };
  expect(await save(reference, { fields })).toMatchObject({
    problem: { kind: 'invalid', fields: [{ field: 'choice' }, { field: 'details' }] },
  });
  expect(await stored(reference, 'isms')).toBeUndefined();
  expectOk(await save(reference, { fields, mode: 'later' }));
  expect((await stored(reference, 'isms'))?.fields).toEqual(fields);
  expect(await saves(reference)).toHaveLength(1);
});

test('autosave keeps the words and tells nothing, until somebody saves on purpose', async () => {
  const reference = await world.draft(acme);
  const half = { ...isms, details: 'Our ISMS' };
  expect(expectOk(await save(reference, { fields: half, mode: 'autosave' })).version).toBe(1);
  const whole = { version: 1, mode: 'autosave' };
  expect(expectOk(await save(reference, whole)).version).toBe(2);
  expect(await saves(reference)).toHaveLength(0);
  expect(expectOk(await save(reference, { version: 2 })).version).toBe(2);
  expect(await saves(reference)).toMatchObject([{ contents: { before: null, after: isms } }]);
  expectOk(await save(reference, { version: 2 }));
  expect(await saves(reference)).toHaveLength(1);
});

test('saving the same words changes nothing, whatever the version says', async () => {
  const reference = await world.draft(acme);
  expectOk(await save(reference, {}));
  const before = await stored(reference, 'isms');
  for (const version of [0, 1, 7])
    expect(expectOk(await save(reference, { version }, acme.person)).version).toBe(1);
  expect(await stored(reference, 'isms')).toEqual(before);
  expect(await saves(reference)).toHaveLength(1);
  const blank = { fields: {}, questionId: 'euo-process', mode: 'later' };
  expect(expectOk(await save(reference, blank)).version).toBe(0);
  expect(await stored(reference, 'euo-process')).toBeUndefined();
});

test('the second of two colleagues learns what the first wrote, and nobody is overwritten', async () => {
  const reference = await world.draft(acme);
  expectOk(await save(reference, {}));
  const mine = { ...isms, details: 'What I wrote instead.' };
  for (const version of [0, 5])
    for (const mode of ['continue', 'later', 'autosave'])
      expect(await save(reference, { fields: mine, version, mode }, acme.person)).toEqual({
        ok: false,
        problem: {
          kind: 'conflict',
          conflict: {
            ...{ version: 1, fields: isms, changedBy: acme.contributor.name },
            changedAt: new Date('2026-11-23T10:00:00Z'),
          },
        },
      });
  expect((await stored(reference, 'isms'))?.fields).toEqual(isms);
  expectOk(await save(reference, { fields: mine, version: 1 }, acme.person));
  expect(await saves(reference)).toMatchObject([{}, { contents: { before: isms, after: mine } }]);
  const never = { questionId: 'euo-process', fields: finishedAnswer('euo-process'), version: 3 };
  expect(await save(reference, never)).toMatchObject({
    problem: { kind: 'conflict', conflict: { version: 0, fields: {}, changedBy: null } },
  });
});

test('what a colleague only typed is kept by the event that replaces it', async () => {
  const reference = await world.draft(acme);
  const theirs = { ...isms, details: 'Typed and never saved on purpose.' };
  expectOk(await save(reference, { fields: theirs, mode: 'autosave' }));
  expectOk(await save(reference, { version: 1 }, acme.person));
  expect(await saves(reference)).toMatchObject([
    { contents: { before: null, after: isms, replaced: theirs } },
  ]);
  expectOk(await save(reference, { fields: theirs, version: 2 }));
  expect((await saves(reference))[1]?.contents).not.toHaveProperty('replaced');
});

test('twenty first saves at once keep one of them', async () => {
  const reference = await world.draft(acme);
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      save(reference, { fields: { ...isms, details: `Version ${index}` } }),
    ),
  );
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(await saves(reference)).toHaveLength(1);
});

test('a question that does not apply is refused', async () => {
  const reference = await world.draft(acme);
  const none = { level: 'not_published', edition: '' };
  expectOk(await save(reference, { questionId: 'dspt-status', fields: none }));
  const date = { questionId: 'dspt-published-on', fields: finishedAnswer('dspt-published-on') };
  for (const mode of ['continue', 'later', 'autosave'])
    expect(await save(reference, { ...date, mode })).toMatchObject({
      problem: { kind: 'refused', code: 'not_applicable' },
    });
  expect(await stored(reference, 'dspt-published-on')).toBeUndefined();
});

test('what is missing and what is foreign look the same', async () => {
  const reference = await world.draft(other);
  const missing = { ok: false, problem: { kind: 'not_found' } };
  for (const unknown of [reference, 'DSI-2222-2222', 'nonsense', 'DSI\u0000', "' or 1=1"])
    expect(await save(unknown, {})).toEqual(missing);
  const own = await world.draft(acme);
  for (const questionId of ['nonsense', 'Q.1', '', '__proto__', 'constructor', 'isms\u0000'])
    expect(await save(own, { questionId })).toEqual(missing);
  expect(await stored(reference, 'isms')).toBeUndefined();
});

test('only contributors of the organisation edit', async () => {
  const reference = await world.draft(acme);
  const staff = [await world.staff('Asha', 'assessor'), await world.staff('Mo', 'manager')];
  for (const actor of [acme.signatory, acme.administrator, ...staff])
    expect(await save(reference, {}, actor)).toMatchObject({ problem: { kind: 'forbidden' } });
});

test.each(['submitted', 'in_assessment', 'recommended', 'approved', 'rejected', 'withdrawn'])(
  'nothing is saved while %s',
  async (status) => {
    const reference = await world.draft(acme);
    await world.force(reference, status);
    for (const mode of ['continue', 'later', 'autosave'])
      expect(await save(reference, { mode })).toMatchObject({ problem: { kind: 'wrong_status' } });
    expect(await stored(reference, 'isms')).toBeUndefined();
  },
);

test('a request opens what it flags and what opens with it', async () => {
  const assessor = await world.staff('Asha', 'assessor');
  const reference = await world.finishedDraft(acme);
  await world.requestInformation(reference, assessor, ['dspt-compliant']);
  const tried = async (questionId: QuestionId, details: string) =>
    save(reference, { questionId, fields: finishedAnswer(questionId, { details }), version: 1 });
  expect(await tried('isms', 'New words')).toMatchObject({ problem: { kind: 'wrong_status' } });
  expect(await tried('euo-process', 'New')).toMatchObject({ problem: { kind: 'wrong_status' } });
  expectOk(await tried('dspt-within-deadline', 'New words for Q.1'));
  expect(expectOk(await tried('dspt-compliant', 'New words for Q.2')).next).toBe('dspt-status');
});
