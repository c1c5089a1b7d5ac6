import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PersonActor } from '@/lib/domain/permissions';
import type { QuestionId } from '@/lib/domain/questions/types';
import { finishedAnswer } from '@/lib/testing/answers';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { saveAnswer } from './save-answer';
import { unlockQuestion } from './unlock-question';

let world: World;
let acme: Supplier;
let other: Supplier;
let assessor: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  acme = await world.supplier('Acme Care');
  other = await world.supplier('Other Health');
  assessor = await world.staff('Asha', 'assessor');
});
afterAll(() => world.end());

async function requested(flagged: QuestionId[], owner = acme): Promise<string> {
  const reference = await world.finishedDraft(owner);
  await world.requestInformation(reference, assessor, flagged);
  return reference;
}
const reason = 'Our process changed in October.';
const unlock = (reference: string, input: Record<string, unknown> = {}, actor = acme.contributor) =>
  unlockQuestion(actor, { ...{ reference, questionId: 'euo-process', reason }, ...input });
const rowsOf = (reference: string) => world.sql`select u.* from unlocked_questions u
  join applications a on a.id = u.application_id where a.reference = ${reference}`;

test('a closed question opens with a reason, on record, and can then be answered', async () => {
  const reference = await requested(['isms']);
  const fields = finishedAnswer('euo-process', { details: 'How we do it since October.' });
  const save = () =>
    saveAnswer(acme.contributor, {
      ...{ reference, questionId: 'euo-process', fields, version: 1, mode: 'continue' },
    });
  expect(await save()).toMatchObject({ problem: { kind: 'wrong_status' } });
  expect(expectOk(await unlock(reference))).toEqual({ opened: ['euo-process'] });
  expect(await rowsOf(reference)).toMatchObject([{ question_id: 'euo-process', round: 2, reason }]);
  expect((await world.eventsOf(reference)).at(-1)).toMatchObject({
    ...{ type: 'question.unlocked', audience: 'supplier', draft: true },
    contents: { questionIds: ['euo-process'], reason },
  });
  expectOk(await save());
});

test('one of the DSPT questions opens all that must agree with it', async () => {
  const reference = await requested(['isms']);
  const { opened } = expectOk(await unlock(reference, { questionId: 'dspt-status' }));
  expect(opened).toEqual([
    ...['organisation', 'dspt-within-deadline', 'dspt-compliant', 'dspt-status'],
    'dspt-published-on',
  ]);
});

test('what is open already stays as it is', async () => {
  const reference = await requested(['euo-process']);
  expect(expectOk(await unlock(reference))).toEqual({ opened: [] });
  expect(await rowsOf(reference)).toEqual([]);
});

test('pressing ten times at once opens once', async () => {
  const reference = await requested(['isms']);
  await Promise.all(Array.from({ length: 10 }, () => unlock(reference)));
  expect(await rowsOf(reference)).toHaveLength(1);
});

test.each(['', '  \n ', 'x'.repeat(501), 'a\u0000b', ['a'], undefined])(
  'no reason in %j',
  async (bad) => {
    const reference = await requested(['isms']);
    expect(await unlock(reference, { reason: bad })).toMatchObject({
      problem: { kind: 'invalid', fields: [{ field: 'reason' }] },
    });
    expect(await rowsOf(reference)).toEqual([]);
  },
);

test('nothing opens without a request', async () => {
  const reference = await world.finishedDraft(acme);
  for (const status of ['draft', 'submitted', 'in_assessment', 'approved', 'withdrawn']) {
    await world.force(reference, status);
    expect(await unlock(reference)).toMatchObject({ problem: { kind: 'wrong_status' } });
  }
});

test('a question that does not apply stays closed', async () => {
  const reference = await world.finishedDraft(acme, {
    'dspt-status': { level: 'not_published', edition: '' },
  });
  await world.requestInformation(reference, assessor, ['isms']);
  expect(await unlock(reference, { questionId: 'dspt-published-on' })).toMatchObject({
    problem: { kind: 'refused', code: 'not_applicable' },
  });
});

test('foreign, missing and unknown look the same; others may not', async () => {
  const missing = { ok: false, problem: { kind: 'not_found' } };
  const foreign = await requested(['isms'], other);
  expect(await unlock(foreign)).toEqual(missing);
  expect(await unlock('DSI-2222-2222')).toEqual(missing);
  const reference = await requested(['isms']);
  expect(await unlock(reference, { questionId: 'nonsense' })).toEqual(missing);
  for (const actor of [acme.signatory, acme.administrator, assessor])
    expect(await unlock(reference, {}, actor)).toMatchObject({ problem: { kind: 'forbidden' } });
});
