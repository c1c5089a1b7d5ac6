import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { submitApplication } from '@/lib/commands/apply/submit-application';
import { moveClock } from '@/lib/ports/clock';
import { expectOk, makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { getApplication } from './get-application';

let world: World;
let acme: Supplier;
let reference: string;
beforeAll(async () => {
  world = await makeWorld();
  acme = await world.supplier('Acme Care');
  reference = await world.finishedDraft(acme);
});
beforeEach(
  () => world.sql`insert into figure_sums (period, starts_on, measure, label, value, cases)
  select 'month', '2026-10-01', 'our_days', '', days, 10 from unnest('{4,8,12}'::int[]) days`,
);
afterEach(() => world.sql`truncate figure_sums`);
afterAll(() => world.end());

const paceOf = async () => {
  const view = await getApplication(acme.person, reference);
  return { days: view?.days, forecast: view?.forecast };
};

test('nothing is estimated before anything was submitted', async () => {
  expect(await paceOf()).toEqual({ days: null, forecast: null });
});

test('a supplier reads when a decision is likely, from what was decided of everybody', async () => {
  const idempotencyKey = 'a-submission-of-a-test';
  expectOk(await submitApplication(acme.signatory, { reference, idempotencyKey, confirmed: true }));
  expect(await paceOf()).toEqual({
    days: { supplier: 0, assessor: 0, secondPerson: 0 },
    forecast: {
      ...{ kind: 'window', from: '2026-11-27', to: '2026-12-09' },
      ...{ decided: 30, since: '2026-05-01', spent: 0 },
    },
  });
  moveClock('2026-12-01T10:00:00Z');
  expect((await paceOf()).forecast).toMatchObject({
    ...{ kind: 'window', spent: 6, from: '2026-12-03', to: '2026-12-09', since: '2026-06-01' },
  });
});

test('weeks, one assessor’s and other figures count for nothing', async () => {
  const assessor = await world.staff('Ann Assessor', 'assessor');
  await world.sql`truncate figure_sums`;
  await world.sql`insert into figure_sums (period, starts_on, measure, assessor_id, label, value, cases)
    values ('week', '2026-11-02', 'our_days', null, '', 5, 99),
      ('month', '2026-11-01', 'our_days', ${assessor.personId}, '', 5, 99),
      ('month', '2026-11-01', 'assessor_days', null, '', 5, 99),
      ('month', '2026-05-01', 'our_days', null, '', 5, 99)`;
  expect((await paceOf()).forecast).toBeNull();
});

test('nothing is estimated of what is decided', async () => {
  await world.force(reference, 'approved');
  expect(await paceOf()).toEqual({ days: null, forecast: null });
});
