import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonActor } from '@/lib/domain/permissions';
import { type Assessment, assessment, codeOf, reviewOf } from '@/lib/testing/assessment';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { declareConflict } from './declare-conflict';
import { reviewQuestion } from './review-question';

let world: World;
let work: Assessment;
let acme: Supplier;
let asha: PersonActor;
let ben: PersonActor;
let manager: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  work = assessment(world);
  acme = await world.supplier('Acme Care');
  asha = await world.staff('Asha Assessor', 'assessor');
  ben = await world.staff('Ben Assessor', 'assessor');
  manager = await world.staff('Mo Manager', 'manager');
});
afterAll(() => world.end());

const typesOf = async (reference: string) =>
  (await world.eventsOf(reference)).map((event) => event.type);
const stored = async (reference: string) => {
  const { id } = await work.row(reference);
  return world.sql`select * from question_reviews where application_id = ${id} order by question_id`;
};

test('the first review begins the assessment, later ones do not; history holds before and after', async () => {
  const reference = await work.submitted(acme, asha);
  const first = await work.review(asha, reference, 'isms', { points: { scope: 'covered' } });
  expect(expectOk(first)).toEqual({ questionId: 'isms', version: 1 });
  expect((await work.row(reference)).status).toBe('in_assessment');
  expectOk(await work.review(asha, reference, 'isms', { verdict: 'insufficient' }));
  expectOk(await work.review(asha, reference, 'organisation'));
  const types = await typesOf(reference);
  expect(types.filter((type) => type === 'assessment.begun')).toHaveLength(1);
  const reviewed = (await world.eventsOf(reference)).filter(
    (event) => event.type === 'question.reviewed',
  );
  expect(reviewed.map((event) => event.audience)).toEqual(['staff', 'staff', 'staff']);
  expect(reviewed[1]?.contents).toMatchObject({
    questionId: 'isms',
    round: 1,
    before: { verdict: 'sufficient', points: { scope: 'covered' } },
    after: { verdict: 'insufficient', reasons: ['other'] },
  });
  expect(await stored(reference)).toMatchObject([
    { question_id: 'isms', verdict: 'insufficient', version: 2, reviewed_by: asha.personId },
    { question_id: 'organisation', verdict: 'sufficient', version: 1 },
  ]);
});

test('a note to the supplier goes with the verdict that needed it', async () => {
  const reference = await work.submitted(acme, asha);
  const noteToSupplier = 'Please tell us who checks this.';
  expectOk(await work.review(asha, reference, 'isms', { verdict: 'insufficient', noteToSupplier }));
  expect(await stored(reference)).toMatchObject([{ note_to_supplier: noteToSupplier }]);
  expectOk(await work.review(asha, reference, 'isms', { noteToSupplier }));
  expect(await stored(reference)).toMatchObject([{ verdict: 'sufficient', note_to_supplier: '' }]);
});

test('a note for staff is written along with the verdict, or neither is', async () => {
  const reference = await work.submitted(acme, asha);
  const input = { reference, questionId: 'isms', version: 0, round: 1, ...reviewOf('sufficient') };
  expect(codeOf(await reviewQuestion(asha, { ...input, staffNote: 'a\u0000' }))).toBe('invalid');
  expect(await stored(reference)).toEqual([]);
  expectOk(await reviewQuestion(asha, { ...input, staffNote: 'Rang them about it.' }));
  const notes = (await world.eventsOf(reference)).filter(({ type }) => type === 'note.written');
  expect(notes).toMatchObject([
    { audience: 'staff', contents: { questionId: 'isms', body: 'Rang them about it.' } },
  ]);
});

test('nobody but the assessor of the case', async () => {
  const reference = await work.submitted(acme, asha);
  expect(codeOf(await work.review(ben, reference, 'isms'))).toBe('not_assignee');
  const input = { reference, questionId: 'isms', version: 0, round: 1, ...reviewOf('sufficient') };
  expect(codeOf(await reviewQuestion(manager, input))).toBe('forbidden');
  expect(codeOf(await reviewQuestion(acme.person, input))).toBe('forbidden');
  expect(codeOf(await reviewQuestion({ kind: 'visitor' }, input))).toBe('forbidden');
  expect(codeOf(await reviewQuestion(asha, { ...input, reference: 'DSI-AAAA-AAAA' }))).toBe(
    'not_found',
  );
  expect(await stored(reference)).toEqual([]);
  expect((await work.row(reference)).status).toBe('submitted');
});

test('an assessor who declared a conflict may not, though the case were theirs again', async () => {
  const reference = await work.submitted(acme, asha);
  expectOk(await declareConflict(asha, { reference, reason: 'My sister works there' }));
  await world.sql`update applications set assignee_id = ${asha.personId} where reference = ${reference}`;
  expect(codeOf(await work.review(asha, reference, 'isms'))).toBe('conflict_of_interest');
});

test.each(['draft', 'information_requested', 'recommended', 'approved', 'rejected', 'withdrawn'])(
  'not in status %s',
  async (status) => {
    const reference = await work.submitted(acme, asha);
    await world.force(reference, status);
    expect(codeOf(await work.review(asha, reference, 'isms'))).toBe('wrong_status');
    expect(await stored(reference)).toEqual([]);
  },
);

describe('a stale form', () => {
  test('is a conflict with what stands and who put it there', async () => {
    const reference = await work.submitted(acme, asha);
    expectOk(await work.review(asha, reference, 'isms', { verdict: 'not_met' }));
    for (const version of [0, 7]) {
      const late = await work.review(asha, reference, 'isms', { version });
      expect(late).toMatchObject({
        problem: {
          kind: 'conflict',
          conflict: { version: 1, changedBy: 'Asha Assessor', fields: { verdict: 'not_met' } },
        },
      });
    }
    expect(await stored(reference)).toMatchObject([{ verdict: 'not_met', version: 1 }]);
  });

  test('of the round before is told so', async () => {
    const reference = await work.submitted(acme, asha);
    expect(codeOf(await work.review(asha, reference, 'isms', { round: 2 }))).toBe('round_over');
  });

  test('two at once: one is stored, one conflicts', async () => {
    const reference = await work.submitted(acme, asha);
    expectOk(await work.review(asha, reference, 'organisation'));
    const both = await Promise.all([
      work.review(asha, reference, 'isms', { version: 0 }),
      work.review(asha, reference, 'isms', { version: 0, verdict: 'not_met' }),
    ]);
    expect(both.map(codeOf).sort()).toEqual(['conflict', 'ok']);
  });
});

describe('bad input', () => {
  const fields = async (changes: Record<string, unknown>) => {
    const reference = await work.submitted(acme, asha);
    const input = {
      reference,
      questionId: 'isms',
      version: 0,
      round: 1,
      ...reviewOf('sufficient'),
    };
    const result = await reviewQuestion(asha, { ...input, ...changes });
    expect(await stored(reference)).toEqual([]);
    return !result.ok && result.problem.kind === 'invalid'
      ? result.problem.fields.map((problem) => problem.field)
      : codeOf(result);
  };

  test.each<[Record<string, unknown>, string[] | string]>([
    [{ verdict: '' }, ['verdict']],
    [{ verdict: 'approved' }, ['verdict']],
    [{ verdict: 'insufficient' }, ['reasons', 'noteToSupplier']],
    [
      { verdict: 'insufficient', reasons: ['constructor', 'wrong-edition'], noteToSupplier: 'x' },
      ['reasons'],
    ],
    [{ verdict: 'not_met' }, ['noteToSupplier']],
    [{ noteToSupplier: 'x'.repeat(2001) }, ['noteToSupplier']],
    [{ noteToSupplier: 'a\u0000b' }, ['noteToSupplier']],
    [{ points: { scope: 'maybe' } }, ['points.scope']],
    [{ questionId: 'dspt-nothing' }, 'not_found'],
    [{ questionId: '__proto__' }, 'not_found'],
  ])('%j', async (changes, expected) => expect(await fields(changes)).toEqual(expected));

  test('2000 characters with CRLF fit; points of other questions are left out', async () => {
    const reference = await work.submitted(acme, asha);
    const note = `${'x'.repeat(1998)}\r\ny`;
    const points = { scope: 'not_covered', who: 'covered' } as const;
    const given = { verdict: 'not_met', noteToSupplier: note, points } as const;
    expectOk(await work.review(asha, reference, 'isms', given));
    expect(await stored(reference)).toMatchObject([
      { points: { scope: 'not_covered' }, note_to_supplier: note.replace('\r\n', '\n') },
    ]);
  });

  test('a question that does not apply is refused', async () => {
    const unpublished = { 'dspt-status': { level: 'not_published', edition: '' } };
    const reference = await work.submitted(acme, asha, unpublished);
    expect(codeOf(await work.review(asha, reference, 'dspt-published-on'))).toBe('not_applicable');
  });
});
