import { sql as raw } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asActor } from '@/db/client';
import { countSuppliers } from '@/lib/commands/manage/count-suppliers';
import { ONBOARDING_STATE_IDS } from '@/lib/domain/onboarding';
import { VERDICT_IDS } from '@/lib/domain/onboarding-verdict';
import type { PersonActor, SystemActor } from '@/lib/domain/permissions';
import { SUPPLIER_FIGURE_IDS } from '@/lib/domain/supplier-list';
import { countAllMarked } from '@/lib/jobs/count-suppliers';
import { listSuppliers } from '@/lib/queries/suppliers/list-suppliers';
import { putEuo } from '@/lib/testing/euos';
import { makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { verifySupplierFigures } from './verify-supplier-figures';

const system: SystemActor = { kind: 'system', name: 'count-suppliers' };
let world: World;
let suppliers: Supplier[];
let asha: PersonActor;
let max: PersonActor;
let number = 0;
beforeAll(async () => {
  world = await makeWorld();
  suppliers = [await world.supplier('Acme', 'ACM1'), await world.supplier('Birch', 'BIR1')];
  asha = await world.staff('Asha', 'assessor');
  max = await world.staff('Max', 'manager');
});
afterAll(() => world.end());

type Row = Record<string, unknown>;
/** The slow, obvious way: every row, one after the other. */
async function obviously({ id, name }: Supplier) {
  const euos: Row[] = await world.sql`select * from onboardings where organisation_id = ${id}`;
  const checks: Row[] = await world.sql`select * from spot_checks where organisation_id = ${id}`;
  const items: Row[] =
    await world.sql`select i.spot_check_id, m.satisfactory from spot_check_items i
    left join spot_check_marks m on m.item_id = i.id where i.organisation_id = ${id}`;
  const live = euos.filter(({ state }) => state === 'live');
  const of = (wanted: string) => live.filter(({ verdict }) => verdict === wanted).length;
  const done = checks.filter(({ state }) => state === 'closed');
  const failed = done.filter((check) =>
    items.some((item) => item.spot_check_id === check.id && !item.satisfactory),
  );
  return {
    ...{ name_key: name.toLowerCase(), live: live.length, lapsed: of('lapsed') },
    ...{ not_ready: of('not_ready'), not_proven: of('not_proven') },
    overridden: euos.filter(({ overridden_by }) => overridden_by).length,
    outdated: euos.filter(({ flags }) => (flags as string[]).includes('aup_outdated')).length,
    ...{ spot_done: done.length, spot_failed: failed.length },
  };
}

const kept = async ({ id }: Supplier) => {
  const [row] = await world.sql`select name_key, ${world.sql(SUPPLIER_FIGURE_IDS)}
    from supplier_figures where organisation_id = ${id}`;
  return row;
};
const marks = async () => (await world.sql`select 1 from supplier_marks`).length;

async function putSpotCheck(who: Supplier, marked: readonly (boolean | null)[], close: boolean) {
  number += 1;
  await world.sql.begin(async (sql) => {
    await sql`select set_config('app.side', 'staff', true),
      set_config('app.person_id', ${asha.personId}, true)`;
    const [check] =
      await sql`insert into spot_checks (organisation_id, number, frame, frame_count, frame_text,
      frame_sha256, size, seed, drawn_on, drawn_at, drawn_by, due_on, state) values (${who.id}, ${number}, 'live',
      1, 'x', 'x', 1, ${`${number}`}, now(), now(), ${asha.personId}, now(), 'open') returning id`;
    for (const [index, satisfactory] of marked.entries()) {
      const euo = await putEuo({ sql: sql as never }, who, { code: `S${number}X${index}` });
      const [item] =
        await sql`insert into spot_check_items (organisation_id, spot_check_id, onboarding_id,
        position, state_then, verdict_then) values (${who.id}, ${check?.id}, ${euo}, ${index + 1}, 'live', 'ready')
        returning id`;
      if (satisfactory !== null)
        await sql`insert into spot_check_marks (item_id, organisation_id, spot_check_id, satisfactory, reason,
          marked_by, marked_at) values (${item?.id}, ${who.id}, ${check?.id}, ${satisfactory}, 'x',
          ${asha.personId}, now())`;
    }
    if (close)
      await sql`update spot_checks set state = 'closed', closed_at = now(), closed_by = ${asha.personId}
        where id = ${check?.id}`;
  });
}

const fields = fc.record({
  state: fc.constantFrom(...ONBOARDING_STATE_IDS),
  verdict: fc.constantFrom(...VERDICT_IDS),
  flags: fc.subarray(['aup_outdated', 'dspt_late']),
  overridden: fc.boolean(),
});
const step = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), who: fc.nat(1), fields }),
  fc.record({ kind: fc.constant('change' as const), which: fc.nat(30), fields }),
  fc.record({
    kind: fc.constant('spot' as const),
    who: fc.nat(1),
    marked: fc.array(fc.option(fc.boolean()), { minLength: 1, maxLength: 3 }),
    close: fc.boolean(),
  }),
  fc.constant({ kind: 'count' as const }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function take(one: Step, euos: string[]) {
  if (one.kind === 'count') return countAllMarked(system);
  const who = suppliers[one.kind === 'change' ? 0 : one.who] as Supplier;
  if (one.kind === 'spot') return putSpotCheck(who, one.marked, one.close);
  const { overridden, ...rest } = one.fields;
  const row = {
    ...rest,
    override_reason: overridden ? 'x' : null,
    overridden_by: overridden ? who.person.personId : null,
  };
  number += 1;
  if (one.kind === 'add') euos.push(await putEuo(world, who, { code: `E${number}`, ...row }));
  const id = euos[one.kind === 'change' ? one.which % Math.max(1, euos.length) : -1];
  // Only moves that there are: a state or an override is not put there by hand.
  if (id)
    await world.sql`update onboardings set verdict = ${rest.verdict}, flags = ${rest.flags},
      state = case when ${overridden} and state = 'live' then 'suspended'
        when ${overridden} and state = 'suspended' then 'live' else state end where id = ${id}`;
}

test('whatever happened, what is counted is what a slow, obvious count gives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const euos: string[] = [];
      for (const one of steps) await take(one, euos);
      expect(await verifySupplierFigures(max)).toEqual([]);
      await countAllMarked(system);
      expect(await marks()).toBe(0);
      for (const who of suppliers) expect(await kept(who)).toEqual(await obviously(who));
      expect(await verifySupplierFigures(system)).toEqual([]);
    }),
    { numRuns: 15 },
  );
}, 120_000);

test('what is not counted otherwise marks nobody, and a name is kept at once', async () => {
  const [acme] = suppliers as [Supplier];
  const id = await putEuo(world, acme, { code: 'Q1' });
  await countAllMarked(system);
  await world.sql`update onboardings set contact_name = 'Somebody', reasons = '{aup_missing}' where id = ${id}`;
  expect(await marks()).toBe(0);
  await world.sql`update organisations set name = 'ZEBRA' where id = ${acme.id}`;
  expect(await kept(acme)).toMatchObject({ name_key: 'zebra' });
  await world.sql`update organisations set name = 'Acme' where id = ${acme.id}`;
});

test('what is saved while suppliers are counted is counted by the next, and the age is told', async () => {
  const [acme] = suppliers as [Supplier];
  const before = await kept(acme);
  let go = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  const saving = world.sql.begin(async (sql) => {
    await putEuo({ sql: sql as never }, acme, { code: 'LATE1', verdict: 'lapsed' });
    await held;
  });
  await countAllMarked(system);
  expect(await kept(acme)).toEqual(before);
  go();
  await saving;
  const [oldest] = await world.sql`select min(marked_at) as at from supplier_marks`;
  expect((await listSuppliers(asha, { order: 'worst' }))?.countedUntil).toEqual(oldest?.at);
  await countAllMarked(system);
  expect((await listSuppliers(asha, { order: 'worst' }))?.countedUntil).toBeNull();
  expect(await kept(acme)).toEqual(await obviously(acme));
});

test('what does not agree is found, and nobody of a supplier’s counts or reads', async () => {
  const [acme, birch] = suppliers as [Supplier, Supplier];
  await world.sql`update supplier_figures set lapsed = lapsed + 1 where organisation_id = ${birch.id}`;
  expect((await verifySupplierFigures(max)).join()).toContain(birch.id);
  await world.sql`update supplier_figures set lapsed = lapsed - 1 where organisation_id = ${birch.id}`;
  expect(await verifySupplierFigures(acme.person)).toEqual(['not permitted']);
  expect((await countSuppliers(max, {})).ok).toBe(false);
  for (const table of ['supplier_figures', 'supplier_marks'])
    await expect(
      asActor(acme.person, (tx) => tx.execute(raw.raw(`select 1 from ${table} limit 1`))),
    ).rejects.toMatchObject({ code: '42501' });
});

test('a change asks for the job in its own transaction', async () => {
  const jobs = async () =>
    (
      await world.sql`select 1 from graphile_worker.jobs
    where task_identifier = 'count-suppliers'`
    ).length;
  const before = await jobs();
  await putEuo(world, suppliers[0] as Supplier, { code: 'JOB1' });
  expect(await jobs()).toBe(before + 1);
});
