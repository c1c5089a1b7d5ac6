import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PersonActor } from '@/lib/domain/permissions';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { askForMoreTime } from './ask-for-more-time';

let world: World;
let owner: Supplier;
let assessor: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  owner = await world.supplier();
  assessor = await world.staff('Alex', 'assessor');
});
afterAll(() => world.end());

const reason = 'Our auditor visits on 15 December.';
const asked = async () => {
  const reference = await world.draft(owner);
  return { reference, request: await world.requestInformation(reference, assessor, ['isms']) };
};

test('asks with a reason; the due date stays, and asking twice alike is asking once', async () => {
  const { reference, request } = await asked();
  const before = await world.eventsOf(reference);
  expectOk(await askForMoreTime(owner.contributor, { reference, reason }));
  expectOk(await askForMoreTime(owner.signatory, { reference, reason }));
  const [stored] = await world.sql`select extension_reason, extension_asked_at, due_on::text, status
    from information_requests where id = ${request}`;
  expect(stored).toEqual({
    extension_reason: reason,
    extension_asked_at: expect.any(Date),
    due_on: '2026-12-07',
    status: 'open',
  });
  expect((await world.eventsOf(reference)).slice(before.length)).toEqual([
    {
      type: 'request.extension_asked',
      audience: 'supplier',
      contents: { round: 1, dueOn: '2026-12-07', reason },
      draft: false,
    },
  ]);
});

test.each(['draft', 'submitted', 'in_assessment', 'withdrawn'])(
  'while %s there is nothing to ask more time for',
  async (status) => {
    const reference = await world.draft(owner);
    await world.force(reference, status);
    expect(await askForMoreTime(owner.person, { reference, reason })).toMatchObject({
      problem: { kind: 'wrong_status' },
    });
  },
);

test('administrators, staff and strangers may not', async () => {
  const { reference } = await asked();
  const stranger = await world.supplier();
  for (const actor of [owner.administrator, assessor])
    expect(await askForMoreTime(actor, { reference, reason })).toMatchObject({
      problem: { kind: 'forbidden' },
    });
  expect(await askForMoreTime(stranger.person, { reference, reason })).toMatchObject({
    problem: { kind: 'not_found' },
  });
});

test('a reason is needed', async () => {
  const { reference } = await asked();
  expect(await askForMoreTime(owner.person, { reference, reason: ' ' })).toMatchObject({
    problem: { kind: 'invalid', fields: [{ field: 'reason' }] },
  });
});
