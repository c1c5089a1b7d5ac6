import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { DecisionCondition } from '@/lib/domain/decision';
import type { PersonActor } from '@/lib/domain/permissions';
import { moveClock } from '@/lib/ports/clock';
import { type Assessment, assessment, codeOf } from '@/lib/testing/assessment';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { confirmDecision } from './confirm-decision';
import { declareConflict } from './declare-conflict';
import { meetCondition } from './meet-condition';
import { sendBackRecommendation } from './send-back-recommendation';

let world: World;
let work: Assessment;
let acme: Supplier;
let asha: PersonActor;
let ben: PersonActor;
let manager: PersonActor;
let other: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  work = assessment(world);
  acme = await world.supplier('Acme Care');
  asha = await world.staff('Asha Assessor', 'assessor');
  ben = await world.staff('Ben Assessor', 'assessor');
  manager = await world.staff('Mo Manager', 'manager');
  other = await world.staff('Olu Manager', 'manager', 'assessor');
});
afterEach(() => moveClock('2026-11-23T10:00:00Z'));
afterAll(() => world.end());

const recommended = (given?: Parameters<Assessment['recommended']>[2]) =>
  work.recommended(acme, asha, given);
const confirm = async (actor: PersonActor, reference: string, changes = {}) =>
  confirmDecision(actor, { reference, version: await work.mark(manager, reference), ...changes });
const approvals = async (reference: string) => {
  const { id } = await work.row(reference);
  return world.sql`select * from approvals where application_id = ${id}`;
};

test('an approval: decision, approval in force, events without names, all at once', async () => {
  const reference = await recommended();
  expectOk(await confirm(manager, reference));
  expect(await work.row(reference)).toMatchObject({ status: 'approved', due_on: null });
  expect(await approvals(reference)).toMatchObject([{ status: 'in_force' }]);
  const told = (await world.eventsOf(reference)).filter((event) => event.audience === 'supplier');
  expect(told.slice(-2)).toMatchObject([
    { type: 'decision.confirmed', contents: { outcome: 'approved', reasons: 'For these reasons' } },
    { type: 'approval.began' },
  ]);
  for (const name of ['Asha', 'Mo Manager', asha.personId, manager.personId])
    expect(JSON.stringify(told)).not.toContain(name);
});

describe('the second person', () => {
  test('is not the recommender, no reviewer of any round, nobody with a conflict', async () => {
    const reference = await work.submitted(acme, other);
    expectOk(await work.review(other, reference, 'organisation'));
    await world.sql`update applications set assignee_id = ${asha.personId} where reference = ${reference}`;
    // The verdict that Olu gave is replaced, and still it was given.
    await work.reviewAll(asha, reference);
    await work.recommend(asha, reference);
    expectOk(await declareConflict(ben, { reference, reason: 'My brother works there' }));
    for (const person of [asha, other, ben])
      expect(codeOf(await confirm(person, reference))).toBe('guarded');
    expect(codeOf(await confirm(acme.person, reference))).toBe('forbidden');
    expect(codeOf(await confirm(manager, reference, { reference: 'DSI-AAAA-AAAA' }))).toBe(
      'not_found',
    );
    expect((await work.row(reference)).status).toBe('recommended');
    expectOk(await confirm(manager, reference));
  });

  test('another assessor may confirm, once', async () => {
    const reference = await recommended();
    const both = await Promise.all([confirm(ben, reference), confirm(manager, reference)]);
    expect(both.map(codeOf).filter((code) => code === 'ok')).toHaveLength(1);
    expect(codeOf(await confirm(ben, reference))).toBe('wrong_status');
    expect(await approvals(reference)).toHaveLength(1);
  });

  test('a page that is out of date is a conflict', async () => {
    const reference = await recommended();
    const version = await work.mark(manager, reference);
    expectOk(await sendBackRecommendation(manager, { reference, note: 'Once more' }));
    expect(codeOf(await confirm(manager, reference))).toBe('wrong_status');
    await work.recommend(asha, reference);
    expect(codeOf(await confirm(manager, reference, { version }))).toBe('conflict');
    expect(await approvals(reference)).toEqual([]);
  });
});

test('a status that went stale since the recommendation can only be sent back', async () => {
  moveClock('2026-06-29T09:00:00Z');
  const published = {
    'publishedOn-day': '2',
    'publishedOn-month': '6',
    'publishedOn-year': '2025',
  };
  const answers = {
    'dspt-status': { level: 'standards_met', edition: '24/25' },
    'dspt-published-on': published,
  };
  const reference = await recommended({ answers });
  moveClock('2026-07-01T09:00:00Z');
  const refusal = await confirm(manager, reference);
  expect(refusal).toMatchObject({
    problem: { code: 'outcome_not_permitted', message: expect.stringContaining('Send') },
  });
  expect((await work.row(reference)).status).toBe('recommended');
  expect(await approvals(reference)).toEqual([]);
  expectOk(await sendBackRecommendation(manager, { reference, note: 'Stale since 1 July' }));
  await work.recommend(asha, reference, { outcome: 'rejected' });
  expectOk(await confirm(manager, reference));
  expect((await work.row(reference)).status).toBe('rejected');
});

test('a later approval of the product supersedes the one in force, and both histories say so', async () => {
  const first = await recommended();
  expectOk(await confirm(manager, first));
  const { product_id } = await work.row(first);
  const second = await world.draft(acme, product_id);
  await world.answerAll(acme.person, second);
  expectOk(await work.submit(acme, second));
  await work.assign(second, asha);
  await work.reviewAll(asha, second);
  expectOk(await confirm(manager, await work.recommend(asha, second)));
  expect(await approvals(first)).toMatchObject([{ status: 'superseded' }]);
  expect(await approvals(second)).toMatchObject([{ status: 'in_force' }]);
  expect((await world.eventsOf(first)).at(-1)).toMatchObject({
    ...{ type: 'approval.superseded', contents: { by: second } },
  });
});

describe('conditions', () => {
  const condition = (questionId: DecisionCondition['questionId']): DecisionCondition => ({
    ...{ questionId, text: `Mend ${questionId}`, dueOn: '2027-01-29' },
  });
  const withConditions = async () => {
    const verdicts = { isms: 'not_met', 'euo-process': 'not_met' } as const;
    const asked = [condition('isms'), condition('euo-process')];
    const given = { outcome: 'approved_with_conditions', conditions: asked, verdicts };
    const reference = await recommended(given);
    expectOk(await confirm(manager, reference));
    const { id } = await work.row(reference);
    const rows =
      await world.sql`select c.* from conditions c join decisions d on d.id = c.decision_id
      where d.application_id = ${id} order by c.question_id`;
    return { reference, ids: rows.map((row): string => row.id) };
  };

  test('the approval is in force at once; the last condition met makes it an approval', async () => {
    const { reference, ids } = await withConditions();
    expect((await work.row(reference)).status).toBe('approved_with_conditions');
    expect(await approvals(reference)).toMatchObject([{ status: 'in_force' }]);
    const meet = (conditionId: string | undefined, actor = asha) =>
      meetCondition(actor, { reference, conditionId });
    expect(codeOf(await meet(ids[0], manager))).toBe('forbidden');
    expect(expectOk(await meet(ids[0]))).toEqual({ left: 1 });
    expect(codeOf(await meet(ids[0]))).toBe('already_met');
    expect(codeOf(await meet('not-an-id'))).toBe('invalid');
    const another = await withConditions();
    expect(codeOf(await meet(another.ids[0]))).toBe('not_found');
    expect(expectOk(await meet(ids[1]))).toEqual({ left: 0 });
    expect((await work.row(reference)).status).toBe('approved');
    expect(codeOf(await meet(ids[1]))).toBe('wrong_status');
  });

  test('one that fell due before the confirmation is sent back', async () => {
    const conditions = [{ ...condition('isms'), dueOn: '2026-11-25' as const }];
    const verdicts = { isms: 'not_met' } as const;
    const given = { outcome: 'approved_with_conditions', conditions, verdicts };
    const reference = await recommended(given);
    moveClock('2026-11-25T09:00:00Z');
    expect(codeOf(await confirm(manager, reference))).toBe('outcome_not_permitted');
  });
});
