import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askForMoreTime } from '@/lib/commands/apply/ask-for-more-time';
import { saveAnswer } from '@/lib/commands/apply/save-answer';
import { unlockQuestion } from '@/lib/commands/apply/unlock-question';
import { withdrawApplication } from '@/lib/commands/apply/withdraw-application';
import { confirmDecision } from '@/lib/commands/assess/confirm-decision';
import { declareConflict } from '@/lib/commands/assess/declare-conflict';
import { recommendDecision } from '@/lib/commands/assess/recommend-decision';
import { sendBackRecommendation } from '@/lib/commands/assess/send-back-recommendation';
import { writeStaffNote } from '@/lib/commands/assess/write-staff-note';
import type { PersonActor } from '@/lib/domain/permissions';
import { QUESTION_IDS } from '@/lib/domain/questions/types';
import { moveClock } from '@/lib/ports/clock';
import { getTimeline } from '@/lib/queries/apply/get-timeline';
import { finishedAnswer } from '@/lib/testing/answers';
import { type Assessment, assessment } from '@/lib/testing/assessment';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { type CaseView, getCase } from './get-case';
import { getCaseHistory } from './get-case-history';
import { getHandOver } from './get-hand-over';

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

async function read(reference: string, actor = asha): Promise<CaseView> {
  const view = await getCase(actor, reference);
  if (!view) throw new Error('no such case');
  return view;
}
const question = (view: CaseView, id: string) => view.questions.find((each) => each.id === id);

test('a draft is there, its answers are not; what is unknown and suppliers get nothing', async () => {
  const reference = await world.finishedDraft(acme);
  const view = await read(reference);
  expect(view).toMatchObject({
    status: 'draft',
    questions: [],
    dspt: null,
    next: { do: 'nothing' },
  });
  expect(JSON.stringify(view)).not.toContain('internal audit');
  expect(JSON.stringify(await getCaseHistory(asha, reference))).not.toContain('internal audit');
  for (const unknown of ['DSI-AAAA-AAAA', 'a\u0000', '', "'--"])
    expect(await getCase(asha, unknown)).toBeNull();
  expect(await getCase(acme.person, reference)).toBeNull();
  expect(await getCaseHistory(acme.person, reference)).toBeNull();
  expect(await getHandOver(acme.person, reference)).toBeNull();
});

test('who may do what next, from the queue to the last verdict', async () => {
  const reference = await work.submitted(acme, asha);
  await world.sql`update applications set assignee_id = null where reference = ${reference}`;
  expect(await read(reference)).toMatchObject({ mayReview: false, next: { do: 'take' } });
  expect((await read(reference, manager)).next).toEqual({ do: 'nothing' });
  await work.assign(reference, asha);
  expect(await read(reference)).toMatchObject({
    ...{ mayReview: true, isAssignee: true, round: 1, workingDaysLeft: 10 },
    next: { do: 'review', questionId: 'organisation' },
    tally: { open: QUESTION_IDS.length, sufficient: 0 },
  });
  expect(await read(reference, ben)).toMatchObject({ mayReview: false, next: { do: 'nothing' } });
  await work.reviewAll(asha, reference, { isms: 'insufficient' });
  expect(await read(reference)).toMatchObject({
    ...{ next: { do: 'request' }, tally: { open: 0, sufficient: 6, insufficient: 1 } },
  });
  expectOk(await work.review(asha, reference, 'isms'));
  expect((await read(reference)).next).toEqual({ do: 'recommend' });
  expectOk(await declareConflict(ben, { reference, reason: 'My brother works there' }));
  expect(await read(reference, ben)).toMatchObject({ hasConflict: true });
  expect((await getHandOver(asha, reference))?.colleagues).toEqual([]);
});

test('the mark names the state: it moves with every review and every move', async () => {
  const reference = await work.submitted(acme, asha);
  const marks = [(await read(reference)).mark];
  for (const id of ['isms', 'isms', 'organisation'] as const) {
    expectOk(await work.review(asha, reference, id));
    marks.push((await read(reference)).mark);
  }
  expect(new Set(marks).size).toBe(4);
  expect((await read(reference)).mark).toBe(await work.mark(asha, reference));
});

describe('a later round', () => {
  async function answered() {
    const reference = await work.submitted(acme, asha);
    await work.reviewAll(asha, reference, { 'euo-process': 'insufficient' });
    expectOk(await work.send(asha, reference));
    expectOk(await askForMoreTime(acme.person, { reference, reason: 'Somebody is away' }));
    expect((await read(reference)).openRequest).toMatchObject({
      ...{ questionIds: ['euo-process'], extensionReason: 'Somebody is away' },
    });
    const reason = 'The audit was in May';
    expectOk(await unlockQuestion(acme.person, { reference, questionId: 'isms', reason }));
    const { id } = await work.row(reference);
    const [saved] = await world.sql`select version from answers
      where application_id = ${id} and question_id = 'isms'`;
    const details =
      'Our ISMS covers the product and its hosting; the last internal audit was in May 2026.';
    expectOk(
      await saveAnswer(acme.person, {
        ...{ reference, questionId: 'isms', mode: 'continue', version: saved?.version },
        fields: finishedAnswer('isms', { details }),
      }),
    );
    await work.resubmit(acme, reference);
    return reference;
  }

  test('shows what changed, asked for or not, and carries the rest', async () => {
    const view = await read(await answered());
    expect(view).toMatchObject({ round: 2, status: 'submitted', isAssignee: true });
    expect(question(view, 'euo-process')).toMatchObject({
      change: { changed: false, asked: true, reason: null, parts: [] },
      standing: { from: 'none', earlier: { verdict: 'insufficient', why: 'insufficient' } },
      last: { round: 1, verdict: 'insufficient' },
      own: null,
    });
    expect(question(view, 'isms')).toMatchObject({
      change: {
        ...{ changed: true, asked: false, reason: 'The audit was in May' },
        parts: [{ label: 'Details' }],
      },
      standing: { from: 'none', earlier: { verdict: 'sufficient', why: 'unlocked' } },
    });
    const pieces = question(view, 'isms')?.change?.parts[0]?.pieces ?? [];
    expect(pieces.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: 'March' },
      { kind: 'added', text: 'May' },
    ]);
    expect(question(view, 'organisation')).toMatchObject({
      ...{ change: { changed: false, asked: false }, standing: { from: 'carried', round: 1 } },
    });
    expect(view.tally).toMatchObject({ sufficient: 5, open: 2 });
    expect(view.next).toEqual({ do: 'review', questionId: 'euo-process' });
  });

  test('holds the earlier rounds where they are asked for', async () => {
    const reference = await answered();
    expect((await read(reference)).earlier).toEqual([]);
    const view = await getCase(asha, reference, { earlier: true });
    expect(view?.earlier).toMatchObject([{ round: 1, signatory: acme.signatory.name }]);
    const before = view?.earlier[0]?.questions.find(({ id }) => id === 'isms');
    expect(before?.parts.find(({ label }) => label === 'Details')?.text).toContain('March');
    expect(before?.standing).toMatchObject({ from: 'own', verdict: 'sufficient' });
  });
});

test('the second person sees every trouble there was, also one that was judged otherwise since', async () => {
  const reference = await work.submitted(acme, asha);
  await work.reviewAll(asha, reference, { isms: 'not_met' });
  expectOk(await work.review(asha, reference, 'isms'));
  expectOk(await writeStaffNote(manager, { reference, body: 'Looks fine' }));
  const input = { reference, outcome: 'approved', reasons: 'All good', conditions: [] };
  expectOk(await recommendDecision(asha, { ...input, version: await work.mark(asha, reference) }));
  const view = await read(reference, manager);
  expect(view.troubles).toMatchObject([{ questionId: 'isms', verdict: 'not_met', round: 1 }]);
  expect(view).toMatchObject({
    ...{ next: { do: 'confirm' }, recommendation: { outcome: 'approved', by: 'Asha Assessor' } },
    ...{ notes: [{ body: 'Looks fine', by: 'Mo Manager' }], noteCount: 1 },
  });
  expect((await read(reference)).next).toEqual({ do: 'recall' });
  expectOk(await sendBackRecommendation(manager, { reference, note: 'Look again' }));
  expect((await read(reference)).sentBack).toMatchObject({ note: 'Look again' });
  expectOk(await recommendDecision(asha, { ...input, version: await work.mark(asha, reference) }));
  expectOk(
    await confirmDecision(manager, { reference, version: await work.mark(asha, reference) }),
  );
  expect(await read(reference)).toMatchObject({
    ...{ status: 'approved', decision: { outcome: 'approved', confirmedBy: 'Mo Manager' } },
    ...{ sentBack: null, recommendation: null, dueOn: null, next: { do: 'nothing' } },
  });
  const history = await getCaseHistory(manager, reference);
  expect(history?.entries.map((entry) => entry.title)).toContain(
    'Recommendation sent back: approval',
  );
  expect(history?.entries.at(-1)?.title).toBe('Application started');
});

test('the days of each side are told to staff, and two sides of them to the supplier', async () => {
  moveClock('2026-11-02T10:00:00Z');
  const reference = await work.submitted(acme, asha);
  await work.reviewAll(asha, reference);
  moveClock('2026-11-05T10:00:00Z');
  const version = await work.mark(asha, reference);
  const given = { outcome: 'approved', reasons: '', conditions: [] };
  expectOk(await recommendDecision(asha, { reference, version, ...given }));
  moveClock('2026-11-09T10:00:00Z');
  const days = async () => (await getCaseHistory(asha, reference))?.days;
  expect(await days()).toEqual({ supplier: 0, assessor: 3, secondPerson: 2 });
  expect((await getTimeline(acme.person, reference))?.days).toEqual({
    ...{ supplier: 0, assessor: 5, secondPerson: 0 },
  });
});

test('a recommendation on what its supplier withdrew waits for nobody', async () => {
  const reference = await work.submitted(acme, asha);
  await work.reviewAll(asha, reference);
  const version = await work.mark(asha, reference);
  const given = { outcome: 'approved', reasons: '', conditions: [] };
  expectOk(await recommendDecision(asha, { reference, version, ...given }));
  expect((await read(reference, ben)).recommendation).toMatchObject({ status: 'open' });
  expectOk(await withdrawApplication(acme.signatory, { reference, reason: 'Product dropped' }));
  expect(await read(reference, ben)).toMatchObject({ recommendation: null, transitions: [] });
});
