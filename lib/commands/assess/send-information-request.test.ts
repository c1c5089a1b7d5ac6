import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonActor } from '@/lib/domain/permissions';
import { type Assessment, assessment, codeOf } from '@/lib/testing/assessment';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { sendInformationRequest } from './send-information-request';
import { writeStaffNote } from './write-staff-note';

let world: World;
let work: Assessment;
let acme: Supplier;
let asha: PersonActor;
let ben: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  work = assessment(world);
  acme = await world.supplier('Acme Care');
  asha = await world.staff('Asha Assessor', 'assessor');
  ben = await world.staff('Ben Assessor', 'assessor');
});
afterAll(() => world.end());

const missing = { isms: 'insufficient' } as const;
async function reviewed(verdicts: Parameters<Assessment['reviewAll']>[2] = missing) {
  const reference = await work.submitted(acme, asha);
  await work.reviewAll(asha, reference, verdicts);
  return reference;
}

test('the supplier gets the flagged questions in the words of the reviews, and the clock stops', async () => {
  const reference = await reviewed();
  const points = { scope: 'not_covered', policy: 'covered' } as const;
  const note = 'Please say which sites it covers.';
  const given = { verdict: 'insufficient', points, reasons: ['isms-scope'], noteToSupplier: note };
  expectOk(await work.review(asha, reference, 'isms', given as never));
  expectOk(await work.send(asha, reference, { message: 'Nearly there.' }));

  expect(await work.row(reference)).toMatchObject({
    ...{ status: 'information_requested', requests_sent: 1, assignee_id: asha.personId },
  });
  const { id } = await work.row(reference);
  const requests = await world.sql`select r.*, r.due_on::text as due from information_requests r
    where application_id = ${id}`;
  expect(requests).toMatchObject([
    { status: 'open', round: 1, due: '2026-12-07', message: 'Nearly there.' },
  ]);
  const items = await world.sql`select * from information_request_items
    where request_id = ${requests[0]?.id}`;
  const words = { reasons: ['isms-scope'], missing: ['The scope covers this product'], note };
  expect(items).toMatchObject([{ question_id: 'isms', ...words }]);
  const event = (await world.eventsOf(reference)).at(-1);
  expect(event).toMatchObject({
    ...{ type: 'request.sent', audience: 'supplier' },
    contents: { dueOn: '2026-12-07', questions: [{ questionId: 'isms', ...words }] },
  });
});

test('what the supplier may read holds no name of staff, no staff note, no verdict unsent', async () => {
  const reference = await reviewed({ isms: 'insufficient', 'euo-process': 'not_met' });
  expectOk(await writeStaffNote(asha, { reference, body: 'SECRET-NOTE about Acme' }));
  expectOk(
    await work.review(asha, reference, 'euo-process', {
      verdict: 'not_met',
      noteToSupplier: 'UNSENT-NOTE of a verdict',
    }),
  );
  expectOk(await work.send(asha, reference));
  const { id } = await work.row(reference);
  const readable = await world.sql.begin(async (tx) => {
    await tx`select set_config('role', 'portal_supplier', true),
      set_config('app.organisation_id', ${acme.id}, true), set_config('app.side', 'supplier', true)`;
    const events =
      await tx`select e.type, e.actor_side, e.supplier_actor_id, c.contents from events e
      join event_contents c on c.event_id = e.id where e.subject_id = ${id}`;
    const requests = await tx`select id, round, status, due_on, message from information_requests`;
    return { events, requests, items: await tx`select * from information_request_items` };
  });
  const all = JSON.stringify(readable);
  expect(all).toContain('Please tell us who checks this.');
  for (const word of ['Asha', asha.personId, 'SECRET-NOTE', 'UNSENT-NOTE', 'not_met'])
    expect(all).not.toContain(word);
});

describe('guards', () => {
  test.each<[Parameters<Assessment['reviewAll']>[2], string]>([
    [{}, 'nothing_missing'],
    [{ isms: 'not_met' }, 'nothing_missing'],
  ])('%j', async (verdicts, code) => {
    expect(codeOf(await work.send(asha, await reviewed(verdicts)))).toBe(code);
  });

  test('every question must be reviewed first', async () => {
    const reference = await work.submitted(acme, asha);
    expect(codeOf(await work.send(asha, reference))).toBe('wrong_status');
    expectOk(await work.review(asha, reference, 'isms', { verdict: 'insufficient' }));
    expect(codeOf(await work.send(asha, reference))).toBe('not_reviewed');
    expect((await work.row(reference)).status).toBe('in_assessment');
  });

  test('at most three, so at most four rounds', async () => {
    const reference = await reviewed();
    for (const round of [2, 3, 4]) {
      expectOk(await work.send(asha, reference));
      const details = `In round ${round} we wrote a little more about our ISMS and its scope.`;
      const receipt = await work.resubmit(acme, reference, { isms: { details } });
      expect(receipt.round).toBe(round);
      expect((await work.row(reference)).assignee_id).toBe(asha.personId);
      expectOk(await work.review(asha, reference, 'isms', { verdict: 'insufficient' }));
    }
    expect(codeOf(await work.send(asha, reference))).toBe('no_request_left');
  });

  test('verdicts on unchanged answers carry over, so that only the rest is reviewed again', async () => {
    const reference = await reviewed();
    expectOk(await work.send(asha, reference));
    await work.resubmit(acme, reference);
    expectOk(await work.review(asha, reference, 'organisation'));
    expect(codeOf(await work.send(asha, reference))).toBe('not_reviewed');
    expectOk(await work.review(asha, reference, 'isms', { verdict: 'insufficient' }));
    expect(codeOf(await work.send(asha, reference))).toBe('ok');
  });

  test('only the assessor of the case, only while in assessment, only what exists', async () => {
    const reference = await reviewed();
    expect(codeOf(await work.send(ben, reference))).toBe('not_assignee');
    const input = { reference, dueOn: '2026-12-07', version: await work.mark(asha, reference) };
    expect(codeOf(await sendInformationRequest(acme.person, input))).toBe('forbidden');
    const unknown = { ...input, reference: 'DSI-AAAA-AAAA' };
    expect(codeOf(await sendInformationRequest(asha, unknown))).toBe('not_found');
    expectOk(await work.send(asha, reference));
    expect(codeOf(await work.send(asha, reference))).toBe('wrong_status');
  });

  test('what changed after the preview is a conflict: nothing unseen is sent', async () => {
    const reference = await reviewed();
    const version = await work.mark(asha, reference);
    expectOk(await work.review(asha, reference, 'euo-process', { verdict: 'insufficient' }));
    expect(codeOf(await work.send(asha, reference, { version }))).toBe('conflict');
    expect(codeOf(await work.send(asha, reference, { version: '' }))).toBe('conflict');
    expect((await work.row(reference)).requests_sent).toBe(0);
  });
});

test.each([
  [{ dueOn: '' }, 'dueOn'],
  [{ dueOn: '2026-11-23' }, 'dueOn'],
  [{ dueOn: '2026-12-25' }, 'dueOn'],
  [{ dueOn: '2026-02-31' }, 'dueOn'],
  [{ dueOn: '2027-06-01' }, 'dueOn'],
  [{ message: 'x'.repeat(2001) }, 'message'],
  [{ message: 'a\u0007' }, 'message'],
])('bad input %j', async (changes, field) => {
  const reference = await reviewed();
  expect(await work.send(asha, reference, changes)).toMatchObject({
    problem: { kind: 'invalid', fields: [{ field }] },
  });
  expect((await work.row(reference)).status).toBe('in_assessment');
});
