import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startApplication } from '@/lib/commands/apply/start-application';
import type { PersonActor } from '@/lib/domain/permissions';
import { moveClock } from '@/lib/ports/clock';
import { type Assessment, assessment, codeOf } from '@/lib/testing/assessment';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { cancelRequest } from './cancel-request';
import { confirmDecision } from './confirm-decision';
import { sendBackRecommendation } from './send-back-recommendation';
import { upholdReview } from './uphold-review';

let world: World;
let work: Assessment;
let acme: Supplier;
let asha: PersonActor;
let manager: PersonActor;
let other: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  work = assessment(world);
  acme = await world.supplier('Acme Care');
  asha = await world.staff('Asha Assessor', 'assessor');
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

describe('a review of a rejection', () => {
  test('is upheld by a manager who had no part; the case waits in the queue again', async () => {
    const reference = await recommended({ outcome: 'rejected' });
    expectOk(await confirm(manager, reference));
    expect(await approvals(reference)).toEqual([]);
    const uphold = (actor: PersonActor, reason = 'New evidence') =>
      upholdReview(actor, { reference, reason });
    expect(codeOf(await uphold(manager))).toBe('guarded');
    expect(codeOf(await uphold(asha))).toBe('forbidden');
    expect(codeOf(await uphold(other, ''))).toBe('invalid');
    const { product_id } = await work.row(reference);
    const next = await world.draft(acme, product_id);
    expect(codeOf(await uphold(other))).toBe('open_application');
    await world.force(next, 'withdrawn');
    expectOk(await uphold(other));
    expect(await work.row(reference)).toMatchObject({ status: 'in_assessment', assignee_id: null });
    expect(codeOf(await uphold(other))).toBe('wrong_status');
  });

  test('begins a new target, which a cancelled request does not take back', async () => {
    const reference = await recommended({ outcome: 'rejected' });
    expectOk(await confirm(manager, reference));
    moveClock('2026-12-07T10:00:00Z');
    expectOk(await upholdReview(other, { reference, reason: 'Heard' }));
    const due = async () => {
      const [row] = await world.sql`select due_on::text as due, version from applications
        where reference = ${reference}`;
      return row ?? {};
    };
    expect((await due()).due).toBe('2026-12-21');
    await work.assign(reference, asha);
    await work.review(asha, reference, 'isms', { verdict: 'insufficient' });
    expectOk(await work.send(asha, reference, { dueOn: '2026-12-21' }));
    moveClock('2026-12-09T10:00:00Z');
    expectOk(await cancelRequest(asha, { reference, version: (await due()).version }));
    expect((await due()).due).toBe('2026-12-23');
  });

  test('never leaves two applications open, whichever comes first', async () => {
    for (let round = 0; round < 4; round += 1) {
      const reference = await recommended({ outcome: 'rejected' });
      expectOk(await confirm(manager, reference));
      const { product_id: productId } = await work.row(reference);
      const [upheld, started] = await Promise.all([
        upholdReview(other, { reference, reason: 'Heard' }),
        startApplication(acme.person, { productId }),
      ]);
      expect([upheld.ok, started.ok].filter(Boolean)).toHaveLength(1);
      expect(['open_application', 'already_open', 'ok']).toContain(codeOf(upheld));
      expect(['open_application', 'already_open', 'ok']).toContain(codeOf(started));
    }
  });

  test('nor by somebody who sent back or confirmed an earlier recommendation', async () => {
    const reference = await recommended({ outcome: 'rejected' });
    expectOk(await sendBackRecommendation(other, { reference, note: 'Say which level' }));
    await work.recommend(asha, reference, { outcome: 'rejected' });
    expectOk(await confirm(manager, reference));
    const uphold = (actor: PersonActor) => upholdReview(actor, { reference, reason: 'Heard' });
    expect(codeOf(await uphold(other))).toBe('guarded');
    const third = await world.staff('Tom Manager', 'manager');
    expectOk(await uphold(third));
    await work.assign(reference, asha);
    await work.recommend(asha, reference, { outcome: 'rejected' });
    expectOk(await confirm(third, reference));
    expect(codeOf(await uphold(manager))).toBe('guarded');
  });
});
