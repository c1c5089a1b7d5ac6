import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveAnswer } from '@/lib/commands/apply/save-answer';
import { submitApplication } from '@/lib/commands/apply/submit-application';
import type { PersonActor } from '@/lib/domain/permissions';
import { QUESTION_IDS } from '@/lib/domain/questions/types';
import { finishedAnswer } from '@/lib/testing/answers';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { getApplication } from './get-application';
import { getQuestion } from './get-question';
import { listApplications } from './list-applications';
import { listProducts } from './list-products';

let world: World;
let acme: Supplier;
let other: Supplier;
let assessor: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  acme = await world.supplier('Acme Care', 'AC123');
  other = await world.supplier('Other Health');
  assessor = await world.staff('Asha Assessor', 'assessor');
});
afterAll(() => world.end());

test('products come by name, each with its open application, and never a foreign one', async () => {
  const owner = await world.supplier('Many products');
  const [b, a] = [await world.product(owner.id, 'B'), await world.product(owner.id, 'A')];
  const reference = await world.draft(owner, b);
  const ended = await world.draft(owner, a);
  await world.force(ended, 'withdrawn');
  expect(await listProducts(owner.signatory)).toEqual([
    { id: a, name: 'A', open: null },
    { id: b, name: 'B', open: reference },
    { id: owner.productId, name: owner.productName, open: null },
  ]);
  expect(await listProducts(assessor)).toBeNull();
});

test('the task list counts, names what blocks and says whose move it is', async () => {
  const reference = await world.draft(acme);
  const fields = finishedAnswer('isms');
  const save = { reference, questionId: 'isms', version: 0 };
  expectOk(await saveAnswer(acme.person, { ...save, fields, mode: 'continue' }));
  expect(await getApplication(acme.signatory, reference)).toMatchObject({
    ...{
      reference,
      status: 'draft',
      completed: 1,
      applicable: QUESTION_IDS.length,
      request: null,
      declared: false,
    },
    ...{ mayEdit: false, mayWithdraw: true, clearance: { sentence: 'Not cleared for live' } },
    step: { sentence: 'Your move: 6 questions are left to answer.', target: 'application' },
  });
  const view = await getApplication(acme.contributor, reference);
  expect(view?.tasks.map(({ state }) => state).sort()).toEqual([
    'completed',
    ...Array.from({ length: 6 }, () => 'not_started'),
  ]);
  expect(view?.tasks.every(({ open, changed }) => open && changed === null)).toBe(true);
  expect(view?.blockers).toHaveLength(6);
});

test('a request shows what is asked, opens only that, and no name of staff', async () => {
  const reference = await world.finishedDraft(acme);
  await world.requestInformation(reference, assessor, ['euo-process']);
  const view = await getApplication(acme.contributor, reference);
  expect(view?.request).toMatchObject({
    ...{ dueOn: '2026-12-07', lastDay: '2026-12-21', message: 'Please complete these.' },
    items: [
      { questionId: 'euo-process', reasons: ['No explanation is given'], note: 'Say who checks.' },
    ],
  });
  expect(view?.tasks.filter(({ open }) => open).map(({ id }) => id)).toEqual(['euo-process']);
  const question = await getQuestion(acme.contributor, reference, 'euo-process', '/p');
  expect(question).toMatchObject({
    mode: 'edit',
    version: 1,
    returned: { missing: ['Who checks'] },
  });
  const closed = await getQuestion(acme.contributor, reference, 'isms', '/p');
  expect(closed).toMatchObject({ mode: 'closed', returned: null });
  const seen = JSON.stringify([view, question, closed]);
  for (const hidden of [assessor.name, assessor.personId, 'actor'])
    expect(seen).not.toContain(hidden);
});

test('the organisation is filled in from what is known, until it is confirmed', async () => {
  const reference = await world.draft(acme);
  const ask = () => getQuestion(acme.contributor, reference, 'organisation', '/p');
  expect(await ask()).toMatchObject({
    ...{ prefilled: true, version: 0, saved: null, place: { number: 1, of: QUESTION_IDS.length } },
    fields: { odsCode: 'AC123', dsptIdentifier: '', profile: 'company' },
  });
  const fields = finishedAnswer('organisation', { odsCode: 'zz9' });
  const save = { reference, questionId: 'organisation', version: 0, mode: 'continue' };
  expectOk(await saveAnswer(acme.person, { ...save, fields }));
  expect(await ask()).toMatchObject({
    ...{ prefilled: false, version: 1, saved: { by: acme.person.name } },
    fields: { odsCode: 'zz9' },
  });
});

test('a question that does not apply has no place, and the others close up', async () => {
  const reference = await world.draft(acme);
  const fields = finishedAnswer('dspt-status', { level: 'not_published', edition: '' });
  const save = { reference, questionId: 'dspt-status', fields, version: 0, mode: 'later' };
  expectOk(await saveAnswer(acme.person, save));
  expect(await getQuestion(acme.person, reference, 'dspt-published-on', '/p')).toMatchObject({
    ...{ mode: 'not_applicable', place: null },
  });
  expect((await getQuestion(acme.person, reference, 'isms', '/p'))?.place).toEqual({
    number: 6,
    of: 6,
  });
});

test('words kept from a session that ended come with the page of their own person', async () => {
  const reference = await world.draft(acme);
  await world.sql`insert into kept_words (person_id, path, sealed, kept_at)
    values (${acme.person.personId}, '/here', 'sealed', now())`;
  const ask = async (actor: PersonActor, path: string) =>
    (await getQuestion(actor, reference, 'isms', path))?.keptWords;
  expect(await ask(acme.person, '/here')).toBe('sealed');
  expect(await ask(acme.person, '/there')).toBeNull();
  expect(await ask(acme.contributor, '/here')).toBeNull();
});

test('foreign, missing and unknown are all nothing; staff see no drafts', async () => {
  const reference = await world.finishedDraft(other);
  for (const asked of [reference, 'DSI-2222-2222', 'x\u0000', '']) {
    expect(await getApplication(acme.person, asked)).toBeNull();
    expect(await getQuestion(acme.person, asked, 'isms', '/p')).toBeNull();
  }
  expect(await getQuestion(other.person, reference, 'nonsense', '/p')).toBeNull();
  expect(await getApplication(assessor, reference)).toBeNull();
  expect(await getQuestion(assessor, reference, 'isms', '/p')).toBeNull();
  expect(await listApplications(assessor)).toBeNull();
});

test('the list has every application once, page by page, also those of one instant', async () => {
  const owner = await world.supplier('Big supplier');
  const made = new Set<string>();
  for (let n = 0; n < 53; n += 1) made.add(await world.draft(owner));
  const ended = [...made].slice(0, 2);
  for (const reference of ended) await world.force(reference, 'withdrawn');
  const seen: string[] = [];
  let open: string | undefined;
  for (let page = 0; page < 3; page += 1) {
    const list = await listApplications(owner.signatory, open === undefined ? {} : { open });
    seen.push(...(list?.open.cards.map((card) => card.reference) ?? []));
    expect(list?.decided.cards).toHaveLength(2);
    open = list?.open.next ?? undefined;
  }
  expect(open).toBeUndefined();
  expect([...seen, ...ended].sort()).toEqual([...made].sort());
  for (const bad of ['x', '!!!', Buffer.from('1 2').toString('base64url'), 'a'.repeat(5000)])
    expect((await listApplications(owner.person, { open: bad }))?.open.cards).toHaveLength(25);
});

test('cards say the move for drafts and for requests', async () => {
  const owner = await world.supplier('Two cards');
  const asked = await world.finishedDraft(owner);
  await world.requestInformation(asked, assessor, ['isms', 'euo-process']);
  const ready = await world.finishedDraft(owner);
  const list = await listApplications(owner.person);
  const say = (reference: string) =>
    list?.open.cards.find((card) => card.reference === reference)?.step.sentence;
  expect(say(asked)).toBe('Your move: 2 questions need more information by 7 December 2026.');
  expect(say(ready)).toContain('every question is answered');
  expect(list?.mayStart).toBe(true);
});

test('once all is answered again, the card says what the application says', async () => {
  const owner = await world.supplier('Answered again');
  const reference = await world.finishedDraft(owner);
  const sent = { reference, idempotencyKey: 'answered-again-0001', confirmed: true };
  expectOk(await submitApplication(owner.signatory, sent));
  await world.requestInformation(reference, assessor, ['isms']);
  const fields = finishedAnswer('isms', { details: 'Now with a certificate.' });
  const input = { reference, questionId: 'isms', fields, version: 1, mode: 'later' };
  expectOk(await saveAnswer(owner.contributor, input));
  const said = async (actor: PersonActor) => {
    const card = (await listApplications(actor))?.open.cards[0]?.step;
    expect(card).toEqual((await getApplication(actor, reference))?.step);
    return card?.sentence;
  };
  expect(await said(owner.signatory)).toMatch(/^Your move: everything asked for is answered\./);
  expect(await said(owner.contributor)).toContain('A signatory of your organisation can now');
});

test('a request that was taken back is told while the assessor goes on', async () => {
  const owner = await world.supplier('Cancelled');
  const reference = await world.finishedDraft(owner);
  await world.requestInformation(reference, assessor, ['isms']);
  expect((await getApplication(owner.person, reference))?.cancelledAt).toBeNull();
  const at = new Date('2026-11-24T10:00:00Z');
  await world.sql`update information_requests set status = 'cancelled', ended_at = ${at}
    where application_id = (select id from applications where reference = ${reference})`;
  await world.force(reference, 'in_assessment');
  expect((await getApplication(owner.person, reference))?.cancelledAt).toEqual(at);
  await world.force(reference, 'approved');
  expect((await getApplication(owner.person, reference))?.cancelledAt).toBeNull();
});
