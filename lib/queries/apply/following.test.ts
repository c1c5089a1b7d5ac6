import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { saveAnswer } from '@/lib/commands/apply/save-answer';
import { submitApplication } from '@/lib/commands/apply/submit-application';
import { takeBackApplication } from '@/lib/commands/apply/take-back-application';
import type { PersonActor } from '@/lib/domain/permissions';
import { QUESTION_IDS } from '@/lib/domain/questions/types';
import { finishedAnswer } from '@/lib/testing/answers';
import { makeFullTenant } from '@/lib/testing/full-tenant';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { getCheck } from './get-check';
import { getDecision } from './get-decision';
import { getDeclaration } from './get-declaration';
import { getTimeline } from './get-timeline';

let world: World;
let owner: Supplier;
let stranger: Supplier;
let assessor: PersonActor;
let keys = 0;
beforeAll(async () => {
  world = await makeWorld();
  assessor = await world.staff('Alexandra Unnamed', 'assessor', 'manager');
  owner = await makeFullTenant(world, assessor, 'Aster Systems');
  stranger = await makeFullTenant(world, assessor, 'Birch Software');
});
afterAll(() => world.end());

const submit = async (reference: string) => {
  keys += 1;
  const idempotencyKey = `following-test-${String(keys).padStart(4, '0')}`;
  const input = { reference, idempotencyKey, confirmed: true };
  return expectOk(await submitApplication(owner.signatory, input));
};
/** The full tenant's case, in its request for information. */
const requested = async (who: Supplier): Promise<string> => {
  const [row] = await world.sql`select reference from applications
    where organisation_id = ${who.id} and status = 'information_requested'`;
  return row?.reference;
};

test('what is foreign, missing or no reference at all looks the same', async () => {
  const theirs = await requested(stranger);
  for (const reference of [theirs, 'DSI-2222-2222', "x' or 1=1", 'a\u0000b', ''])
    for (const read of [getCheck, getDecision, getDeclaration, getTimeline])
      expect(await read(owner.person, reference)).toBeNull();
});

test('staff read declarations, and nothing that is the supplier’s alone', async () => {
  const reference = await requested(owner);
  expect((await getDeclaration(assessor, reference))?.shown.round).toBe(1);
  for (const read of [getCheck, getDecision, getTimeline])
    expect(await read(assessor, reference)).toBeNull();
});

test('no name of the staff, no note and no unsent verdict reaches the supplier', async () => {
  const reference = await requested(owner);
  const all = await Promise.all(
    [getCheck, getDecision, getDeclaration, getTimeline].map((read) =>
      read(owner.person, reference),
    ),
  );
  expect(all).not.toContain(null);
  const told = JSON.stringify(all);
  for (const secret of ['Alexandra', assessor.personId, 'For staff alone', 'Not yet sent'])
    expect(told).not.toContain(secret);
});

describe('checking', () => {
  test('names what is missing and who may submit', async () => {
    const reference = await world.draft(owner);
    const view = await getCheck(owner.contributor, reference);
    expect(view).toMatchObject({ maySign: false, mayEdit: true, round: 1 });
    expect(view?.blockers).toHaveLength(QUESTION_IDS.length);
    expect(view?.signatories).toEqual(['Pat of Aster Systems', 'Sam of Aster Systems']);
  });

  test('warns of contradictions, and the mark moves with every answer', async () => {
    const reference = await world.finishedDraft(owner, { 'dspt-compliant': { choice: 'no' } });
    const view = await getCheck(owner.signatory, reference);
    expect(view?.contradictions.map(({ code }) => code)).toEqual(['not_compliant_but_passes']);
    expect(view?.statement[0]).toContain('I, Sam of Aster Systems, make this declaration');
    const fields = finishedAnswer('dspt-compliant');
    const input = { reference, questionId: 'dspt-compliant', fields, version: 1, mode: 'autosave' };
    expectOk(await saveAnswer(owner.contributor, input));
    const later = await getCheck(owner.signatory, reference);
    expect(later?.contradictions).toEqual([]);
    expect(later?.seen).not.toBe(view?.seen);
  });

  test('warns where a flagged answer is as before, word for word', async () => {
    const reference = await requested(owner);
    const view = await getCheck(owner.signatory, reference);
    expect(view).toMatchObject({ round: 2, unchanged: ['isms'] });
    const openNow = view?.answers.filter(({ open }) => open).map(({ questionId }) => questionId);
    expect(openNow).toEqual(['euo-process', 'isms']);
    const unlocked = view?.answers.find(({ questionId }) => questionId === 'euo-process');
    expect(unlocked?.unlockReason).toBe('Our process changed.');
  });
});

test('a declaration is shown by submission or round; what was taken back says so', async () => {
  const reference = await world.finishedDraft(owner);
  expect(await getDeclaration(owner.person, reference)).toBeNull();
  const first = await submit(reference);
  expect((await getDeclaration(owner.signatory, reference))?.mayTakeBack).toBe(true);
  expect((await getDeclaration(owner.contributor, reference))?.mayTakeBack).toBe(false);
  expectOk(await takeBackApplication(owner.signatory, { reference }));
  expect((await getDeclaration(owner.person, reference))?.shown.takenBack).toBe(true);
  const second = await submit(reference);
  const view = await getDeclaration(owner.person, reference);
  expect(view?.submissions.map(({ number, takenBack }) => [number, takenBack])).toEqual([
    [2, false],
    [1, true],
  ]);
  expect(view?.shown.chainHead).toBe(second.chainHead);
  const old = await getDeclaration(owner.person, reference, { submission: 1 });
  expect(old?.shown.chainHead).toBe(first.chainHead);
  const byRound = await getDeclaration(owner.person, reference, { round: 1 });
  expect(byRound?.shown.number).toBe(2);
  expect((await getDeclaration(owner.person, reference, { submission: 99 }))?.shown.number).toBe(2);
});

test('a decision is told with its conditions; without an approval nothing is cleared', async () => {
  const reference = await requested(owner);
  const view = await getDecision(owner.contributor, reference);
  expect(view).toMatchObject({ outcome: 'approved', reasons: 'Good.' });
  expect(view?.conditions).toMatchObject([{ questionId: 'isms', metAt: null, late: false }]);
  expect(view?.clearance.sentence).toMatch(/^Assured until 30 June 2027, because/);
  await world.sql`update approvals set status = 'suspended' where organisation_id = ${owner.id}`;
  const suspended = await getDecision(owner.contributor, reference);
  expect(suspended?.clearance).toEqual({ cleared: false, sentence: 'Not cleared for live' });
});

test('the timeline pages by place in the chain, and loses nothing', async () => {
  const reference = await world.draft(owner);
  for (let version = 0; version < 120; version += 1) {
    const actor = version % 2 === 0 ? owner.person : owner.contributor;
    const fields = finishedAnswer('isms', { details: `Version ${version} of what we do.` });
    const input = { reference, questionId: 'isms', fields, version, mode: 'later' };
    expectOk(await saveAnswer(actor, input));
  }
  const places: number[] = [];
  for (let before: number | undefined; ; ) {
    const page = await getTimeline(owner.person, reference, before);
    places.push(...(page?.entries ?? []).map(({ sequence }) => sequence));
    if (!page?.next) break;
    before = page.next;
  }
  expect(places).toEqual(Array.from({ length: 121 }, (_, index) => 121 - index));
});
