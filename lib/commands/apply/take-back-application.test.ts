import { afterAll, beforeAll, expect, test } from 'vitest';
import { STATUS_IDS } from '@/lib/domain/application';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { submitApplication } from './submit-application';
import { takeBackApplication } from './take-back-application';

let world: World;
let owner: Supplier;
beforeAll(async () => {
  world = await makeWorld();
  owner = await world.supplier();
});
afterAll(() => world.end());

const stored = async (reference: string) => {
  const [row] = await world.sql`select status, round, due_on, submitted_at from applications
    where reference = ${reference}`;
  return row;
};

test('takes a first submission back; sent again, it stays in round 1 and both are kept', async () => {
  const reference = await world.finishedDraft(owner);
  const submit = (idempotencyKey: string) =>
    submitApplication(owner.signatory, { reference, idempotencyKey, confirmed: true });
  const first = expectOk(await submit('the-first-submission'));
  expectOk(await takeBackApplication(owner.signatory, { reference }));
  const draft = { status: 'draft', round: 1, due_on: null, submitted_at: null };
  expect(await stored(reference)).toEqual(draft);
  const second = expectOk(await submit('the-second-submission'));
  expect(second).toMatchObject({ round: 1, chainSequence: first.chainSequence + 2 });
  const kept = await world.sql`select d.round, d.chain_head from declarations d
    join applications a on a.id = d.application_id where a.reference = ${reference}
    order by chain_sequence`;
  expect([...kept]).toEqual([
    { round: 1, chain_head: first.chainHead },
    { round: 1, chain_head: second.chainHead },
  ]);
  expect(expectOk(await submit('the-first-submission'))).toEqual(first);
});

test('only signatories of this organisation may', async () => {
  const reference = await world.draft(owner);
  await world.force(reference, 'submitted');
  const stranger = await world.supplier();
  for (const actor of [owner.contributor, owner.administrator])
    expect(await takeBackApplication(actor, { reference })).toMatchObject({
      problem: { kind: 'forbidden' },
    });
  expect(await takeBackApplication(stranger.signatory, { reference })).toMatchObject({
    problem: { kind: 'not_found' },
  });
  expect((await stored(reference))?.status).toBe('submitted');
});

test('a later round cannot be taken back', async () => {
  const reference = await world.draft(owner);
  await world.force(reference, 'submitted', { round: 2 });
  expect(await takeBackApplication(owner.signatory, { reference })).toMatchObject({
    problem: { kind: 'refused', code: 'guarded' },
  });
});

test.each(STATUS_IDS.filter((status) => status !== 'submitted'))(
  'nothing to take back while %s',
  async (status) => {
    const reference = await world.draft(owner);
    await world.force(reference, status);
    expect(await takeBackApplication(owner.signatory, { reference })).toMatchObject({
      problem: { kind: 'wrong_status' },
    });
  },
);
