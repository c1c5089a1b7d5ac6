import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PersonActor, SystemActor } from '@/lib/domain/permissions';
import {
  SUPPLIER_FIGURE_IDS,
  type SupplierFigure,
  type SupplierOrder,
  troubleOf,
} from '@/lib/domain/supplier-list';
import { countAllMarked } from '@/lib/jobs/count-suppliers';
import { overriddenBy, putEuo } from '@/lib/testing/euos';
import { makeWorld, type Supplier, type World } from '@/lib/testing/world';
import {
  countSuppliers,
  exportSuppliers,
  listSuppliers,
  type SupplierRow,
  sumSuppliers,
} from './list-suppliers';

const system: SystemActor = { kind: 'system', name: 'count-suppliers' };
let world: World;
let asha: PersonActor;
let acme: Supplier;
let birch: Supplier;
beforeAll(async () => {
  world = await makeWorld();
  asha = await world.staff('Asha', 'assessor');
  acme = await world.supplier('acme Care', 'ACM1');
  birch = await world.supplier('Birch 100%', 'BIR1');
  await world.supplier('Cedar', 'CED1');
  for (let n = 0; n < 30; n += 1)
    await world.supplier(`Paging ${String(n).padStart(2, '0')}`, `P${n}`);
  const put = (who: Supplier, code: string, more = {}) => putEuo(world, who, { code, ...more });
  await put(acme, 'E1', { verdict: 'lapsed', flags: ['aup_outdated', 'dspt_late'] });
  await put(birch, 'E1');
  await put(birch, 'E2', { verdict: 'not_ready', ...overriddenBy(birch.person, 'Urgent') });
  await put(birch, 'E3', { verdict: 'not_proven' });
  await put(birch, 'E6', { verdict: 'lapsed', state: 'suspended' });
  await put(birch, 'E4', { verdict: 'not_proven', state: 'planned', go_live_on: null });
  await put(birch, 'E5', { verdict: 'not_ready', state: 'disconnected' });
  await countAllMarked(system);
});
afterAll(() => world.end());

async function all(order: SupplierOrder, text = ''): Promise<SupplierRow[]> {
  const rows: SupplierRow[] = [];
  for (let after = null, more = true; more; ) {
    const page = await listSuppliers(asha, { order, text, after });
    if (!page) throw new Error('no list');
    rows.push(...page.rows);
    [after, more] = [page.next as never, page.next !== null];
  }
  return rows;
}
const names = (rows: readonly SupplierRow[]) => rows.map(({ name }) => name);

test('the worst first, then by name, every supplier once', async () => {
  const worst = await all('worst');
  expect(worst).toHaveLength(33);
  expect(new Set(worst.map(({ id }) => id)).size).toBe(33);
  expect(names(worst).slice(0, 4)).toEqual(['Birch 100%', 'acme Care', 'Cedar', 'Paging 00']);
  const byName = await all('name');
  expect(byName).toHaveLength(33);
  expect(names(byName).slice(0, 3)).toEqual(['acme Care', 'Birch 100%', 'Cedar']);
});

test('what is live, live and not ready, overridden or outdated is counted', async () => {
  const [first, second] = await all('worst');
  const none = { live: 0, lapsed: 0, not_ready: 0, not_proven: 0, overridden: 0, outdated: 0 };
  const unchecked = { spot_done: 0, spot_failed: 0 };
  expect(first?.figures).toEqual({
    ...{ ...none, ...unchecked },
    ...{ live: 3, not_ready: 1, not_proven: 1, overridden: 1 },
  });
  expect(second?.figures).toEqual({ ...none, ...unchecked, live: 1, lapsed: 1, outdated: 1 });
  expect(await sumSuppliers(asha)).toEqual({
    suppliers: 33,
    sums: {
      ...{ live: 4, lapsed: 1, not_ready: 1, not_proven: 1, overridden: 1, outdated: 1 },
      ...unchecked,
    },
  });
  for (let n = 0; n < 1010; n += 1)
    await world.sql`insert into onboardings (organisation_id, product_id, ods_code, name, state, state_on,
      go_live_on, verdict, reasons, flags, created_at) values (${acme.id}, ${acme.productId}, ${`N${n}`}, 'N',
      'live', now(), now(), 'lapsed', '{}', '{}', now())`;
  await countAllMarked(system);
  const [worst] = await all('worst');
  expect(worst).toMatchObject({ name: 'acme Care', figures: { live: 1011, lapsed: 1011 } });
});

test('those that have some of one figure, the most first', async () => {
  const having = async (figure: SupplierFigure) => {
    const page = await listSuppliers(asha, { order: 'worst', having: figure });
    return names(page?.rows ?? []);
  };
  expect(await having('live')).toEqual(['acme Care', 'Birch 100%']);
  expect(await having('not_ready')).toEqual(['Birch 100%']);
  expect(await having('spot_failed')).toEqual([]);
});

test('the worst first is by the rule of the domain, whatever is wrong with whom', async () => {
  const names = SUPPLIER_FIGURE_IDS.filter((id) => id !== 'live');
  const set = names.map((id) => `${id} = floor(random() * 3)`).join(', ');
  await world.sql.begin(async (sql) => {
    await sql`select setseed(0.5)`;
    await sql.unsafe(`update supplier_figures set ${set}`);
  });
  const shown = await all('worst');
  const obviously = shown.toSorted(
    (a, b) =>
      troubleOf(b.figures) - troubleOf(a.figures) ||
      (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1),
  );
  expect(shown.map(({ name }) => name)).toEqual(obviously.map(({ name }) => name));
  expect(new Set(shown.map(({ figures }) => troubleOf(figures))).size).toBeGreaterThan(4);
});

test('all are taken away in the order of the page, as many as were counted, some at a time', async () => {
  const asked = { order: 'worst', text: '' } as const;
  const shown = await all('worst');
  for (const atATime of [7, 33, 1000]) {
    const taken: SupplierRow[] = [];
    for await (const some of exportSuppliers(asha, asked, atATime)) taken.push(...some);
    expect(taken).toEqual(shown);
  }
  expect(await countSuppliers(asha, asked)).toBe(33);
  expect(await countSuppliers(asha, { ...asked, text: 'paging' })).toBe(30);
  expect(await countSuppliers(asha, { ...asked, having: 'live' })).toBe(2);
});

test.each([
  ['100%', ['Birch 100%']],
  ['CARE', ['acme Care']],
  ['ced1', ['Cedar']],
  ['_', []],
  ['x\0y', []],
])('%j finds %j in either order', async (text, found) => {
  expect(names(await all('worst', text))).toEqual(found);
  expect(names(await all('name', text))).toEqual(found);
});

test('is for staff alone', async () => {
  expect(await listSuppliers(acme.person, { order: 'name' })).toBeNull();
  expect(await listSuppliers({ kind: 'visitor' }, { order: 'name' })).toBeNull();
  expect(await sumSuppliers(acme.person)).toBeNull();
  expect(await countSuppliers(acme.person, { order: 'name' })).toBeNull();
  expect((await exportSuppliers(acme.person, { order: 'name' }).next()).done).toBe(true);
});
