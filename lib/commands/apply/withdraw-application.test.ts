import { afterAll, beforeAll, expect, test } from 'vitest';
import { OPEN_STATUSES, STATUS_IDS } from '@/lib/domain/application';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { withdrawApplication } from './withdraw-application';

let world: World;
let owner: Supplier;
beforeAll(async () => {
  world = await makeWorld();
  owner = await world.supplier();
});
afterAll(() => world.end());

const reason = 'We no longer build this product.';
const statusOf = async (reference: string) =>
  (await world.sql`select status from applications where reference = ${reference}`)[0]?.status;

test.each(OPEN_STATUSES)('a signatory withdraws an application that is %s', async (status) => {
  const reference = await world.draft(owner);
  await world.force(reference, status);
  expectOk(await withdrawApplication(owner.signatory, { reference, reason }));
  expect(await statusOf(reference)).toBe('withdrawn');
  expect((await world.eventsOf(reference)).at(-1)).toEqual({
    type: 'application.withdrawn',
    audience: 'supplier',
    contents: { round: 1, from: status, reason },
    draft: false,
  });
});

test.each(STATUS_IDS.filter((status) => !OPEN_STATUSES.includes(status)))(
  'what is %s stays so',
  async (status) => {
    const reference = await world.draft(owner);
    await world.force(reference, status);
    expect(await withdrawApplication(owner.signatory, { reference, reason })).toMatchObject({
      problem: { kind: 'wrong_status' },
    });
    expect(await statusOf(reference)).toBe(status);
  },
);

test('an open request ends with it, and the product is free for a new application', async () => {
  const assessor = await world.staff('Alex', 'assessor');
  const reference = await world.draft(owner, owner.productId);
  const request = await world.requestInformation(reference, assessor, ['isms']);
  expectOk(await withdrawApplication(owner.signatory, { reference, reason }));
  const [ended] = await world.sql`select status from information_requests where id = ${request}`;
  expect(ended?.status).toBe('cancelled');
  expect(await world.draft(owner, owner.productId)).not.toBe(reference);
});

test.each([
  ['empty', '', 'Enter the reason for withdrawing'],
  ['blank', '   ', 'Enter the reason for withdrawing'],
  ['too long', 'x'.repeat(2001), 'The reason for withdrawing must be 2000 characters or fewer'],
  ['with NUL', 'a\u0000b', 'The reason for withdrawing must not include hidden control'],
])('a reason that is %s is not one', async (_, typed, message) => {
  const reference = await world.draft(owner);
  const result = await withdrawApplication(owner.signatory, { reference, reason: typed });
  const fields = !result.ok && result.problem.kind === 'invalid' ? result.problem.fields : [];
  expect(fields[0]?.field).toBe('reason');
  expect(fields[0]?.message).toContain(message);
  expect(await statusOf(reference)).toBe('draft');
});

test('nobody else may: not a contributor, not staff, not another organisation', async () => {
  const reference = await world.draft(owner);
  const manager = await world.staff('Mo', 'manager', 'assessor');
  const stranger = await world.supplier();
  for (const actor of [owner.contributor, owner.administrator, manager])
    expect(await withdrawApplication(actor, { reference, reason })).toMatchObject({
      problem: { kind: 'forbidden' },
    });
  expect(await withdrawApplication(stranger.signatory, { reference, reason })).toMatchObject({
    problem: { kind: 'not_found' },
  });
  expect(await statusOf(reference)).toBe('draft');
});
