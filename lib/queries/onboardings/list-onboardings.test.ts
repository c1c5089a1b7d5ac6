import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NO_FILTER, type OnboardingFilter } from '@/lib/domain/onboarding-filter';
import { makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { listOnboardings, type OnboardingItem } from './list-onboardings';

let world: World;
let owner: Supplier;
let other: Supplier;
let second: string;

type Row = { code: string; name: string; productId?: string } & Record<string, unknown>;
async function put(who: Supplier, { code, name, productId = who.productId, ...more }: Row) {
  await world.sql`insert into onboardings ${world.sql({
    ...{ organisation_id: who.id, product_id: productId, ods_code: code, name, state: 'planned' },
    ...{ state_on: '2026-11-01', verdict: 'ready', reasons: [], flags: [], created_at: new Date() },
    ...more,
  })}`;
}

beforeAll(async () => {
  world = await makeWorld();
  owner = await world.supplier('Acme Care');
  other = await world.supplier('Birch Software');
  second = await world.product(owner.id, 'Acme Second');
  for (let n = 0; n < 60; n++)
    await put(owner, { code: `M${n}`, name: `Maple ${String(n).padStart(2, '0')}` });
  await put(owner, {
    code: 'RAL',
    name: 'The Oak Surgery',
    state: 'live',
    go_live_on: '2026-11-01',
  });
  await put(owner, { code: 'RAL', name: 'The Oak Surgery', productId: second, state: 'cancelled' });
  await put(owner, {
    ...{ code: 'P1', name: '100% Pharmacy', verdict: 'not_ready', reasons: ['aup_missing'] },
    ...{ flags: ['ods_unchecked'], lead_ods_code: 'RAL' },
  });
  await put(other, { code: 'M1', name: 'Maple of another', verdict: 'lapsed' });
});
afterAll(() => world.end());

async function codes(filter: Partial<OnboardingFilter>, actor = owner.person): Promise<string[]> {
  const found: OnboardingItem[] = [];
  for (let after = null, more = true; more; ) {
    const list = await listOnboardings(actor, { filter: { ...NO_FILTER, ...filter }, after });
    if (!list) throw new Error('no list');
    found.push(...list.rows);
    [after, more] = [list.next as never, list.next !== null];
  }
  return found.map(({ odsCode }) => odsCode);
}

test('every row once, by name, page by page, and nobody else’s', async () => {
  const all = await codes({});
  expect(all).toHaveLength(63);
  expect(all[0]).toBe('P1');
  expect(all.slice(-2)).toEqual(['RAL', 'RAL']);
  expect(new Set(all.slice(1, -2)).size).toBe(60);
  expect(await codes({}, other.person)).toEqual(['M1']);
});

describe('narrows by', () => {
  test.each<[string, Partial<OnboardingFilter>, string[]]>([
    ['the beginning of a name', { text: 'maple 0' }, Array.from({ length: 10 }, (_, n) => `M${n}`)],
    ['a name without its article', { text: 'oak' }, ['RAL', 'RAL']],
    ['a name with its article', { text: ' the  OAK' }, ['RAL', 'RAL']],
    ['a sign that means something to a pattern', { text: '100%' }, ['P1']],
    ['a whole code', { text: 'ral' }, ['RAL', 'RAL']],
    ['no part of a code without a figure', { text: 'ra' }, []],
    ['the beginning of a code with one', { text: 'm59' }, ['M59']],
    ['state', { state: 'live' }, ['RAL']],
    ['verdict', { verdict: 'not_ready' }, ['P1']],
    ['reason', { finding: 'aup_missing' }, ['P1']],
    ['remark', { finding: 'ods_unchecked' }, ['P1']],
    ['lead', { lead: 'RAL' }, ['P1']],
    ['two together', { lead: 'RAL', verdict: 'ready' }, []],
  ])('%s', async (_, filter, expected) => {
    expect(await codes(filter)).toEqual(expected);
  });

  test('product, and another supplier’s product finds nothing', async () => {
    expect(await codes({ product: second })).toEqual(['RAL']);
    expect(await codes({ product: other.productId })).toEqual([]);
  });
});

test('counts by verdict what is planned or held', async () => {
  const list = await listOnboardings(owner.person, { filter: NO_FILTER });
  expect(list?.counts).toEqual({ ready: 61, not_proven: 0, not_ready: 1, lapsed: 0 });
  expect(list?.products.map(({ name }) => name)).toEqual(['Acme Care Rota', 'Acme Second']);
});

test('staff read whose they name; a supplier cannot name another', async () => {
  const assessor = await world.staff('Asha', 'assessor');
  const filter = NO_FILTER;
  const theirs = await listOnboardings(assessor, { filter, organisationId: other.id });
  expect(theirs?.rows.map(({ odsCode }) => odsCode)).toEqual(['M1']);
  expect(await listOnboardings(assessor, { filter })).toBeNull();
  const own = await listOnboardings(other.person, { filter, organisationId: owner.id });
  expect(own?.rows).toHaveLength(1);
});

test('how many live ones know an older AUP is counted once, whatever narrows the list', async () => {
  const newer = async (actor = owner.person) =>
    (await listOnboardings(actor, { filter: { ...NO_FILTER, text: 'nobody' } }))?.newerAup;
  await world.sql`insert into aup_versions (version, version_key, in_force_from, published_by, published_at)
    select v, v, day::date, ${owner.person.personId}, now()
    from (values ('1', '2024-01-01'), ('2', '2026-11-06'), ('3', '2027-01-01')) a (v, day)`;
  expect(await newer()).toBeNull();
  for (const code of ['AUP1', 'AUP2'])
    await put(owner, {
      code,
      name: code,
      state: 'live',
      go_live_on: '2026-11-01',
      flags: ['aup_outdated'],
    });
  expect(await newer()).toEqual({ version: '2', since: '2026-11-06', count: 2 });
  expect(await newer(other.person)).toBeNull();
  expect(await codes({ finding: 'aup_outdated' })).toEqual(['AUP1', 'AUP2']);
});
