import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { PersonActor } from '@/lib/domain/permissions';
import { moveClock } from '@/lib/ports/clock';
import { type Assessment, assessment, codeOf } from '@/lib/testing/assessment';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { recallRecommendation } from './recall-recommendation';
import { recommendDecision } from './recommend-decision';
import { sendBackRecommendation } from './send-back-recommendation';

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
afterEach(() => moveClock('2026-11-23T10:00:00Z'));
afterAll(() => world.end());

type Verdicts = Parameters<Assessment['reviewAll']>[2];
async function reviewed(verdicts: Verdicts = {}, changes = {}) {
  const reference = await work.submitted(acme, asha, changes);
  await work.reviewAll(asha, reference, verdicts);
  return reference;
}
async function recommend(reference: string, changes = {}, actor = asha) {
  const version = await work.mark(asha, reference);
  const input = { reference, outcome: 'approved', reasons: '', conditions: [], version };
  return recommendDecision(actor, { ...input, ...changes });
}
const recommendations = async (reference: string) => {
  const { id } = await work.row(reference);
  return world.sql`select * from recommendations where application_id = ${id} order by recommended_at`;
};

test('a recommendation waits for a second person, and the supplier learns nothing of it', async () => {
  const reference = await reviewed();
  expectOk(await recommend(reference, { reasons: 'All in order' }));
  expect((await work.row(reference)).status).toBe('recommended');
  expect(await recommendations(reference)).toMatchObject([
    { outcome: 'approved', status: 'open', recommended_by: asha.personId, reasons: 'All in order' },
  ]);
  expect((await world.eventsOf(reference)).at(-1)).toMatchObject({
    ...{ type: 'decision.recommended', audience: 'staff' },
    contents: { outcome: 'approved', reasons: 'All in order' },
  });
});

describe('what may be recommended', () => {
  const condition = { questionId: 'isms', text: 'Widen the scope', dueOn: '2027-01-29' };

  test.each<[string, Verdicts, Record<string, unknown>, string]>([
    ['approval with everything sufficient', {}, {}, 'ok'],
    ['approval with one not met', { isms: 'not_met' }, {}, 'outcome_not_permitted'],
    ['approval with one insufficient', { isms: 'insufficient' }, {}, 'outcome_not_permitted'],
    ['rejection with reasons', {}, { outcome: 'rejected', reasons: 'Why' }, 'ok'],
    ['rejection without reasons', {}, { outcome: 'rejected', reasons: ' ' }, 'invalid'],
    ['no outcome', {}, { outcome: '' }, 'invalid'],
    ['control characters', {}, { reasons: 'a\u0000' }, 'invalid'],
  ])('%s', async (_, verdicts, changes, code) => {
    expect(codeOf(await recommend(await reviewed(verdicts), changes))).toBe(code);
  });

  test('conditions: one with words and a day to come for each question not met', async () => {
    const reference = await reviewed({ isms: 'not_met' });
    const withConditions = (...conditions: unknown[]) =>
      recommend(reference, { outcome: 'approved_with_conditions', conditions });
    expect(codeOf(await withConditions())).toBe('invalid');
    expect(codeOf(await withConditions({ ...condition, dueOn: '2026-02-31' }))).toBe('invalid');
    expect(codeOf(await withConditions({ ...condition, text: 'a\u0007' }))).toBe('invalid');
    expectOk(await withConditions(condition, { ...condition, questionId: 'euo-process' }));
    expect(await recommendations(reference)).toMatchObject([{ conditions: [condition] }]);
  });

  test('a status that does not pass today permits rejection only, whatever was reviewed', async () => {
    moveClock('2026-06-25T09:00:00Z');
    const inYear = { 'dspt-status': { level: 'standards_met', edition: '24/25' } };
    const published = {
      'publishedOn-day': '2',
      'publishedOn-month': '6',
      'publishedOn-year': '2025',
    };
    const reference = await reviewed({}, { ...inYear, 'dspt-published-on': published });
    moveClock('2026-07-03T09:00:00Z');
    expect(codeOf(await recommend(reference))).toBe('outcome_not_permitted');
    expectOk(await recommend(reference, { outcome: 'rejected', reasons: 'The status is stale' }));
  });

  test('nothing before every question is reviewed', async () => {
    const reference = await work.submitted(acme, asha);
    expectOk(await work.review(asha, reference, 'isms'));
    const rejection = { outcome: 'rejected', reasons: 'Why' };
    expect(codeOf(await recommend(reference, rejection))).toBe('outcome_not_permitted');
  });
});

describe('who and when', () => {
  test('only the assessor of the case; suppliers and managers never', async () => {
    const reference = await reviewed();
    expect(codeOf(await recommend(reference, {}, ben))).toBe('not_assignee');
    expect(codeOf(await recommend(reference, {}, manager))).toBe('forbidden');
    expect(codeOf(await recommend(reference, {}, acme.person))).toBe('forbidden');
    const unknown = { reference: 'DSI-AAAA-AAAA' };
    expect(codeOf(await recommend(reference, unknown))).toBe('not_found');
  });

  test('not while a request is open, and only once', async () => {
    const reference = await reviewed({ isms: 'insufficient' });
    expectOk(await work.send(asha, reference));
    expect(codeOf(await recommend(reference))).toBe('wrong_status');
    const other = await reviewed();
    expectOk(await recommend(other));
    expect(codeOf(await recommend(other))).toBe('wrong_status');
  });

  test('a case that changed since it was read is a conflict', async () => {
    const reference = await reviewed();
    const version = await work.mark(asha, reference);
    expectOk(await work.review(asha, reference, 'isms'));
    expect(codeOf(await recommend(reference, { version }))).toBe('conflict');
    expect(await recommendations(reference)).toEqual([]);
  });
});

describe('taking it back', () => {
  test('the recommender recalls, nobody else; then another one can be made', async () => {
    const reference = await reviewed();
    expect(codeOf(await recallRecommendation(asha, { reference }))).toBe('wrong_status');
    expectOk(await recommend(reference));
    expect(codeOf(await recallRecommendation(ben, { reference }))).toBe('guarded');
    expect(codeOf(await recallRecommendation(acme.person, { reference }))).toBe('forbidden');
    expectOk(await recallRecommendation(asha, { reference }));
    expect((await work.row(reference)).status).toBe('in_assessment');
    expectOk(await recommend(reference));
    expect(await recommendations(reference)).toMatchObject([
      { status: 'recalled', settled_by: asha.personId },
      { status: 'open' },
    ]);
  });

  test('a second person sends it back with a note for the assessor alone', async () => {
    const reference = await reviewed();
    expectOk(await recommend(reference));
    const input = { reference, note: 'Look at Q.3 again' };
    expect(codeOf(await sendBackRecommendation(asha, input))).toBe('guarded');
    expect(codeOf(await sendBackRecommendation(acme.person, input))).toBe('forbidden');
    expect(codeOf(await sendBackRecommendation(manager, { ...input, note: '' }))).toBe('invalid');
    expectOk(await sendBackRecommendation(manager, input));
    expect(codeOf(await sendBackRecommendation(manager, input))).toBe('wrong_status');
    expect(await work.row(reference)).toMatchObject({
      ...{ status: 'in_assessment', assignee_id: asha.personId },
    });
    expect((await world.eventsOf(reference)).at(-1)).toMatchObject({
      ...{ type: 'decision.sent_back', audience: 'staff', contents: { note: 'Look at Q.3 again' } },
    });
  });
});
