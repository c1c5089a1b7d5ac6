import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirmDecision } from '@/lib/commands/assess/confirm-decision';
import { changeProductDates } from '@/lib/commands/manage/change-product-dates';
import { foldAssurances } from '@/lib/commands/manage/fold-assurances';
import type { PersonActor, SystemActor } from '@/lib/domain/permissions';
import { typedDate } from '@/lib/domain/typed-date';
import { judgeAll } from '@/lib/jobs/judge-onboardings';
import { moveClock } from '@/lib/ports/clock';
import { type Assessment, assessment } from '@/lib/testing/assessment';
import { putRegister } from '@/lib/testing/register';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { verifyAssurances } from './verify-assurances';

const system: SystemActor = { kind: 'system', name: 'a test' };
let world: World;
let work: Assessment;
let acme: Supplier;
let asha: PersonActor;
let max: PersonActor;
beforeAll(async () => {
  world = await makeWorld();
  work = assessment(world);
  asha = await world.staff('Asha Assessor', 'assessor');
  max = await world.staff('Max Manager', 'manager');
  acme = await world.supplier('Acme Care');
});
afterAll(() => world.end());

/** Approves an application for a product, by the real commands. */
async function approve(productId: string): Promise<void> {
  const reference = await world.draft(acme, productId);
  await world.answerAll(acme.person, reference);
  expectOk(await work.submit(acme, reference));
  await work.assign(reference, asha);
  await work.reviewAll(asha, reference);
  await work.recommend(asha, reference);
  const version = await work.mark(max, reference);
  expectOk(await confirmDecision(max, { reference, version }));
}

async function sign(productId: string, on: string | null): Promise<void> {
  const [row] = await world.sql`select version from products where id = ${productId}`;
  const typed = on ? typedDate('signed', on as never) : {};
  expectOk(
    await changeProductDates(max, {
      organisationId: acme.id,
      productId,
      version: row?.version,
      ...typed,
    }),
  );
}

async function judge(): Promise<void> {
  const runs = await world.sql`select id from judging_runs where state <> 'done' order by asked_at`;
  for (const { id } of runs) await judgeAll(system, id);
}
const kept = async () =>
  (
    await world.sql`select p.name, to_char(s.until, 'YYYY-MM-DD') as until, s.cause from assurances s
      join approvals a on a.id = s.approval_id join products p on p.id = a.product_id order by 1`
  ).map(({ until, cause }) => [until, cause]);
const row = (status: string, day: string) =>
  ['A1B2C', 'ACME CARE LIMITED', status, day, 'Company'] as const;

test('what an approval rests on is kept from its first moment, and moves with what it rests on', async () => {
  const productId = await world.product(acme.id, 'First');
  await approve(productId);
  expect(await kept()).toEqual([['2027-06-30', 'dspt_edition']]);
  await sign(productId, '2026-02-10');
  expect(await kept()).toEqual([['2027-02-10', 'agreement_anniversary']]);
  await approve(productId);
  expect(await kept()).toEqual([['2027-02-10', 'agreement_anniversary']]);
  await sign(productId, null);
  expect(await kept()).toEqual([['2027-06-30', 'dspt_edition']]);
  moveClock('2027-06-01T10:00:00Z');
  await putRegister(asha, '2027-06-01', [row('26/27 Standards Met', '12/05/2027')]);
  expect(await verifyAssurances(max)).toEqual([
    'Approvals are being judged: ask again when that has ended',
  ]);
  await judge();
  expect(await kept()).toEqual([['2028-06-30', 'dspt_edition']]);
  expect(await verifyAssurances(max)).toEqual([]);
  moveClock('2026-11-23T10:00:00Z');
});

const step = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('approve' as const), product: fc.nat(2) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('sign' as const),
      product: fc.nat(2),
      on: fc.option(fc.constantFrom('2025-12-01', '2026-03-14', '2024-02-29')),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('register' as const),
      status: fc.constantFrom(
        '25/26 Standards Met',
        '26/27 Standards Exceeded',
        '24/25 Standards Met',
      ),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'fold' as const }) },
);

test('after whatever happened it is what the rule says, and counted as it is kept', async () => {
  const products = await Promise.all(['A', 'B', 'C'].map((name) => world.product(acme.id, name)));
  let hour = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 7 }), async (steps) => {
      for (const one of steps) {
        hour += 1;
        moveClock(new Date(Date.parse('2026-11-23T10:00:00Z') + hour * 60_000).toISOString());
        if (one.kind === 'approve') await approve(products[one.product] ?? '');
        if (one.kind === 'sign') await sign(products[one.product] ?? '', one.on);
        if (one.kind === 'register')
          await putRegister(asha, '2026-11-23', [
            row(one.status, '12/06/2026'),
            ['X', `${hour}`, '', '', ''],
          ]);
        if (one.kind === 'fold') expectOk(await foldAssurances(system, {}));
        await judge();
        expect(await verifyAssurances(system)).toEqual([]);
      }
    }),
    { numRuns: 6 },
  );
  await world.sql`update assurances set until = until + 1`;
  expect((await verifyAssurances(max)).length).toBeGreaterThan(0);
}, 180_000);

test('nobody of a supplier’s asks for it', async () => {
  expect(await verifyAssurances(acme.person)).toEqual(['not permitted']);
  expect((await foldAssurances(max, {})).ok).toBe(false);
});
