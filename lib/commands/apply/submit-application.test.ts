import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonActor } from '@/lib/domain/permissions';
import { QUESTION_IDS } from '@/lib/domain/questions/types';
import { moveClock } from '@/lib/ports/clock';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { submitApplication } from './submit-application';

let world: World;
let owner: Supplier;
beforeAll(async () => {
  world = await makeWorld();
  owner = await world.supplier();
  moveClock('2026-12-18T15:30:00Z');
});
afterAll(() => world.end());

let keys = 0;
const newKey = () => {
  keys += 1;
  return `key-of-this-test-${String(keys).padStart(4, '0')}`;
};
const submit = (reference: string, more: object = {}, actor: PersonActor = owner.signatory) =>
  submitApplication(actor, { reference, idempotencyKey: newKey(), confirmed: true, ...more });
const stored = async (reference: string) => {
  const [row] = await world.sql`select id, status, round, due_on::text, assignee_id, version
    from applications where reference = ${reference}`;
  return row;
};
const chainLength = async (reference: string) => (await world.eventsOf(reference)).length;

describe('submitting a draft', () => {
  test('freezes it, moves it, and prints the head of the chain', async () => {
    const reference = await world.finishedDraft(owner);
    const receipt = expectOk(await submit(reference));
    expect(receipt).toMatchObject({ reference, round: 1 });
    expect(await stored(reference)).toMatchObject({
      status: 'submitted',
      round: 1,
      due_on: '2027-01-06',
    });
    const [declared] = await world.sql`select d.*, e.type, e.hash, c.contents, k.head,
        hash_contents('', d.frozen) as frozen_hash from declarations d
      join events e on e.subject_id = d.application_id and e.sequence = d.chain_sequence
      join event_contents c on c.event_id = e.id join event_chains k using (subject_id)
      join applications a on a.id = d.application_id where a.reference = ${reference}`;
    expect(declared).toMatchObject({
      type: 'application.submitted',
      signatory_name: owner.signatory.name,
      chain_sequence: receipt.chainSequence,
      chain_head: receipt.chainHead,
      hash: receipt.chainHead,
      head: receipt.chainHead,
    });
    expect(declared?.contents.declaration).toBe(declared?.frozen_hash);
    expect(declared?.frozen.answers).toHaveLength(QUESTION_IDS.length);
  });

  test('pressed 50 times at once makes one submission and one receipt', async () => {
    const reference = await world.finishedDraft(owner);
    const before = await chainLength(reference);
    const idempotencyKey = newKey();
    const presses = Array.from({ length: 50 }, () => submit(reference, { idempotencyKey }));
    const receipts = (await Promise.all(presses)).map(expectOk);
    expect(new Set(receipts.map((receipt) => receipt.chainHead)).size).toBe(1);
    const [count] = await world.sql`select count(*)::int as declarations from declarations
      where chain_head = ${receipts[0]?.chainHead ?? ''}`;
    expect(count).toEqual({ declarations: 1 });
    expect(await chainLength(reference)).toBe(before + 1);

    await world.force(reference, 'rejected');
    expect(expectOk(await submit(reference, { idempotencyKey }))).toEqual(receipts[0]);
    expect((await stored(reference))?.status).toBe('rejected');
  });

  test('a second press with another key does nothing', async () => {
    const reference = await world.finishedDraft(owner);
    expectOk(await submit(reference));
    expect(await submit(reference)).toMatchObject({ problem: { kind: 'wrong_status' } });
  });

  test('is refused with every unfinished question named, and leaves nothing behind', async () => {
    const reference = await world.draft(owner);
    const result = await submit(reference);
    const fields = !result.ok && result.problem.kind === 'invalid' ? result.problem.fields : [];
    expect(fields.map((problem) => problem.field)).toEqual(QUESTION_IDS);
    expect((await stored(reference))?.status).toBe('draft');
    expect(await chainLength(reference)).toBe(1);
  });

  test('needs an ODS code', async () => {
    const reference = await world.finishedDraft(owner, { organisation: { odsCode: '' } });
    expect(await submit(reference)).toMatchObject({
      problem: { kind: 'invalid', fields: [{ field: 'organisation' }] },
    });
  });

  test.each([
    ['not confirmed', { confirmed: false }, 'confirmed'],
    ['confirmed by text', { confirmed: 'on' }, 'confirmed'],
    ['no key', { idempotencyKey: '' }, 'idempotencyKey'],
    ['a key of other characters', { idempotencyKey: "'; drop table x --00" }, 'idempotencyKey'],
  ])('%s: nothing happens', async (_, more, field) => {
    const reference = await world.finishedDraft(owner);
    expect(await submit(reference, more)).toMatchObject({
      problem: { kind: 'invalid', fields: [{ field }] },
    });
    expect((await stored(reference))?.status).toBe('draft');
  });

  test('is for signatories of this organisation alone', async () => {
    const reference = await world.finishedDraft(owner);
    const stranger = await world.supplier();
    const manager = await world.staff('Mo', 'assessor', 'manager');
    for (const actor of [owner.contributor, owner.administrator, manager])
      expect(await submit(reference, {}, actor)).toMatchObject({ problem: { kind: 'forbidden' } });
    const foreign = await submit(reference, {}, stranger.signatory);
    expect(foreign).toMatchObject({ problem: { kind: 'not_found' } });
    expect(foreign).toEqual(await submit('DSI-2222-2222', {}, stranger.signatory));
  });

  test('is refused when an answer changed since the page was read', async () => {
    const reference = await world.finishedDraft(owner);
    const seen = [...QUESTION_IDS]
      .map((id) => `${id}.1`)
      .sort()
      .join(' ');
    const id = (await stored(reference))?.id;
    await world.sql`update answers set version = 2
      where application_id = ${id} and question_id = 'isms'`;
    expect(await submit(reference, { seen })).toMatchObject({
      problem: { kind: 'refused', code: 'answers_changed' },
    });
    expect(await submit(reference, { seen: seen.replace('isms.1', 'isms.2') })).toMatchObject({
      ok: true,
    });
  });
});

describe('answering a request', () => {
  test('opens the next round with the same assessor, and ends the request', async () => {
    const assessor = await world.staff('Alex', 'assessor');
    const reference = await world.finishedDraft(owner);
    const request = await world.requestInformation(reference, assessor, ['euo-process']);
    await world.force(reference, 'information_requested', { assignee_id: assessor.personId });
    const id = (await stored(reference))?.id;
    await world.sql`insert into unlocked_questions values (${id}, 2, 'isms', ${owner.id},
      'The certificate was renewed', ${owner.person.personId}, now())`;
    expect(expectOk(await submit(reference)).round).toBe(2);
    expect(await stored(reference)).toMatchObject({
      status: 'submitted',
      round: 2,
      assignee_id: assessor.personId,
      due_on: '2027-01-06',
    });
    const [ended] = await world.sql`select status, ended_at from information_requests
      where id = ${request}`;
    expect(ended).toMatchObject({ status: 'answered', ended_at: expect.any(Date) });
    const [declared] = await world.sql`select frozen from declarations
      where application_id = ${id}`;
    expect(declared?.frozen.unrequested).toEqual([
      { questionId: 'isms', reason: 'The certificate was renewed' },
    ]);
  });

  test.each(['submitted', 'in_assessment', 'recommended', 'approved', 'withdrawn'])(
    'a case that is %s takes no submission',
    async (status) => {
      const reference = await world.finishedDraft(owner);
      await world.force(reference, status);
      expect(await submit(reference)).toMatchObject({ problem: { kind: 'wrong_status' } });
    },
  );
});
