import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveAnswer } from '@/lib/commands/apply/save-answer';
import { FIRST_GUIDANCE } from '@/lib/domain/guidance';
import { guidanceValues } from '@/lib/domain/guidance-form';
import type { PersonActor } from '@/lib/domain/permissions';
import { moveClock } from '@/lib/ports/clock';
import { getApplication } from '@/lib/queries/apply/get-application';
import { getCheck } from '@/lib/queries/apply/get-check';
import { getQuestion } from '@/lib/queries/apply/get-question';
import { getCase } from '@/lib/queries/assess/get-case';
import { getPoints } from '@/lib/queries/assess/get-points';
import { getWhy } from '@/lib/queries/figures/get-why';
import { finishedAnswer } from '@/lib/testing/answers';
import { type Assessment, assessment } from '@/lib/testing/assessment';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { countMarkedCases } from './count-cases';
import { publishGuidance } from './publish-guidance';

const id = 'euo-process';
const OLD = 'Who checks';
const NEW = 'Who checks, by name';
const ADDED = 'Where it is kept';

let world: World;
let work: Assessment;
let acme: Supplier;
let asha: PersonActor;
let mo: PersonActor;
/** An application from before the change, and one from after it. */
let before: string;
let later: string;
beforeAll(async () => {
  world = await makeWorld();
  work = assessment(world);
  acme = await world.supplier('Acme Care');
  asha = await world.staff('Asha Assessor', 'assessor');
  mo = await world.staff('Mo Manager', 'manager');
  moveClock('2026-11-23T10:00:00Z');
  before = await world.finishedDraft(acme);
  const values = {
    ...guidanceValues(FIRST_GUIDANCE, id),
    ...{ 'point-who': NEW, 'point-new1': ADDED, 'point-recheck': '' },
    ...{ 'reason-no-explanation': 'Nothing is explained', 'reason-new': 'It is not dated' },
    ...{ 'reason-aup-not-covered': '', why: 'Suppliers asked' },
  };
  expectOk(await publishGuidance(mo, { questionId: id, number: 1, values }));
  later = await world.finishedDraft(acme);
});
afterAll(() => world.end());

const textsOf = (texts: readonly { text: string }[] | undefined) =>
  (texts ?? []).map(({ text }) => text);
const tick = (reference: string, version = 1) =>
  saveAnswer(acme.person, {
    ...{ reference, questionId: id, version, mode: 'continue' },
    fields: {
      ...finishedAnswer(id),
      covered: ['who', 'v2-1', 'recheck', 'made-up'],
    },
  });
const ticked = async (reference: string) => {
  const view = await getQuestion(acme.person, reference, id, '/');
  return view?.fields.covered;
};

test('a supplier is shown, and can tick, what the application’s own version has', async () => {
  for (const [reference, has, ticks] of [
    [before, [OLD, 'How it is re-checked each year'], ['who', 'recheck']],
    [later, [NEW, ADDED], ['who', 'v2-1']],
  ] as const) {
    const view = await getQuestion(acme.person, reference, id, '/');
    expect(textsOf(view?.points)).toEqual(expect.arrayContaining([...has]));
    expectOk(await tick(reference));
    expect(await ticked(reference)).toEqual(ticks);
    const check = await getCheck(acme.person, reference);
    const answer = check?.answers.find(({ questionId }) => questionId === id);
    expect(answer?.fields.covered).toEqual(ticks);
    expect(textsOf(answer?.points)).toEqual(textsOf(view?.points));
  }
  expect(textsOf((await getQuestion(acme.person, later, id, '/'))?.points)).not.toContain(OLD);
});

test('a tick alone is a change also where only a later version has it', async () => {
  const fields = { ...finishedAnswer(id), covered: ['who'] };
  const input = { reference: later, questionId: id, fields, version: 2, mode: 'continue' };
  expectOk(await saveAnswer(acme.person, input));
  expect(await ticked(later)).toEqual(['who']);
  expectOk(await tick(later, 3));
  expect(await ticked(later)).toEqual(['who', 'v2-1']);
});

test('its declaration, its review and its request are in the words of that version', async () => {
  for (const [reference, point, reason, known, wording] of [
    [before, OLD, 'No explanation is given', 'aup-not-covered', '2026-11'],
    [later, NEW, 'Nothing is explained', 'v2-1', '2026-11.2'],
  ] as const) {
    expectOk(await work.submit(acme, reference));
    const { version } = await work.row(reference);
    expect(version).toBeGreaterThan(1);
    const [declared] = await world.sql`select d.catalogue_version, d.frozen from declarations d
      join applications a on a.id = d.application_id where a.reference = ${reference}`;
    expect(declared?.catalogue_version).toBe(wording);
    expect(JSON.stringify(declared?.frozen)).toContain(`"${point}"`);
    await world.sql`update applications set assignee_id = ${asha.personId}
      where reference = ${reference}`;
    expect(textsOf(await getPoints(asha, reference, id))).toContain(point);
    await work.reviewAll(asha, reference, {});
    const given = { verdict: 'insufficient', noteToSupplier: 'Say who' } as const;
    const points = { who: 'not_covered', 'v2-1': 'not_covered' } as const;
    const other = known === 'v2-1' ? 'aup-not-covered' : 'v2-1';
    const refused = await work.review(asha, reference, id, {
      ...{ ...given, points, reasons: [other] },
    });
    expect(refused).toMatchObject({ problem: { fields: [{ field: 'reasons' }] } });
    const reasons = ['no-explanation' as const, known as 'no-explanation'];
    expectOk(await work.review(asha, reference, id, { ...given, points, reasons }));
    const seen = (await getCase(asha, reference))?.questions.find((each) => each.id === id);
    expect(textsOf(seen?.reasons)).toContain(reason);
    expect(textsOf(seen?.points)).toContain(point);
    expectOk(await work.send(asha, reference));
    const asked = (await getApplication(acme.person, reference))?.request?.items[0];
    expect(asked).toMatchObject({
      reasons: [reason, known === 'v2-1' ? 'It is not dated' : expect.stringContaining('policy')],
      missing: known === 'v2-1' ? [NEW, ADDED] : [OLD],
    });
  }
});

test('why more was asked for is told by version, with every reason in its newest words', async () => {
  expectOk(await countMarkedCases({ kind: 'system', name: 'count-cases' }, {}));
  const why = await getWhy(mo, {
    ...{ period: 'week', from: '2026-11-23', to: '2026-11-23' },
    ...{ assessorId: null, organisationId: null, productId: null },
  });
  expect(why?.versions.map(({ version, requests }) => [version, requests])).toEqual([
    ['2026-11.2', 1],
    ['2026-11', 1],
  ]);
  expect(why?.reasons.map(({ text, cases }) => [text, cases])).toEqual([
    ['Nothing is explained', 2],
    ['It is not dated', 1],
    ['The EUO acceptable use policy is not covered', 1],
  ]);
  expect(why?.published.map(({ number }) => number)).toEqual([1, 2]);
});
