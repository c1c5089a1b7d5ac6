import { sql as raw } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeFullTenant } from '@/lib/testing/full-tenant';
import { makeWorld, type Supplier, type World } from '@/lib/testing/world';
import { asActor } from './client';
import { EXPECTED_GRANTS } from './testing-grants';

/** Whose a row is, for tables that do not say so by organisation_id. */
const ofPerson = '(select p.organisation_id from people p where p.id = person_id)';
const OWNERS: Record<string, string> = {
  organisations: 'id',
  kept_words: ofPerson,
  message_choices: ofPerson,
};
const ownRows = (who: Supplier) => `person_id = '${who.person.personId}'`;
/** Rows of these are shown to suppliers only where they are meant for them. */
const MEANT: Record<string, (who: Supplier) => string> = {
  events: () => `audience = 'supplier'`,
  event_contents: () => `audience = 'supplier'`,
  spot_check_marks: () => `spot_check_id in (select id from spot_checks where state = 'closed')`,
  kept_words: ownRows,
  message_choices: ownRows,
};
/** Tables whose rows belong to a person, and to an organisation only through them. */
const OF_PEOPLE = ['kept_words', 'message_choices'];
const grantsOf = (privilege: RegExp) =>
  Object.entries(EXPECTED_GRANTS).flatMap(([table, { supplier = '' }]) =>
    privilege.test(supplier) ? [table] : [],
  );
/** Public registers, which belong to nobody. */
const PUBLIC = [
  'aup_versions',
  'calendar_versions',
  'guidance_versions',
  'ods_organisations',
  'register_rows',
  'register_snapshots',
  'settings',
];
const READABLE = grantsOf(/\bselect/).filter((table) => !PUBLIC.includes(table));
const INSERTABLE = grantsOf(/\binsert/);
const UPDATABLE = grantsOf(/\bupdate/);
const ownerOf = (table: string) => OWNERS[table] ?? 'organisation_id';

let world: World;
let a: Supplier;
let b: Supplier;
beforeAll(async () => {
  world = await makeWorld();
  const assessor = await world.staff('Alex', 'assessor');
  a = await makeFullTenant(world, assessor, 'Aster Systems');
  b = await makeFullTenant(world, assessor, 'Birch Software');
});
afterAll(() => world.end());

/** A statement with none of the app's own checks around it; answers how many rows it touched. */
const as = (who: Supplier, statement: string): Promise<number | string> =>
  asActor(who.person, async (tx) => {
    const result = await tx.execute<{ n?: number }>(raw.raw(statement));
    return result[0]?.n ?? result.count;
  }).catch((error: { code?: string }) => error.code ?? 'unknown');
const reallyOf = async (who: Supplier, table: string): Promise<number> => {
  const meant = MEANT[table]?.(who) ?? 'true';
  const [row] = await world.sql.unsafe(`select count(*)::int as n from ${table}
    where ${ownerOf(table)} = '${who.id}' and ${meant}`);
  return row?.n;
};

describe.each(READABLE)('%s', (table) => {
  test('holds rows of both, and each sees exactly its own', async () => {
    for (const who of [a, b]) {
      const own = await reallyOf(who, table);
      expect(own).toBeGreaterThan(0);
      expect(await as(who, `select count(*)::int as n from ${table}`)).toBe(own);
    }
  });
  if (!OF_PEOPLE.includes(table))
    test('asked for by name, the other one has none', async () => {
      const asked = `select count(*)::int as n from ${table} where ${ownerOf(table)} = '${b.id}'`;
      expect(await as(a, asked)).toBe(0);
    });
});

test.each(UPDATABLE)('nothing of the other one can be changed in %s', async (table) => {
  const [, column = ''] =
    /update(?:\(([a-z_]+))?/.exec(EXPECTED_GRANTS[table]?.supplier ?? '') ?? [];
  const set = `set ${column || 'version'} = ${column || 'version'}`;
  const theirs = OF_PEOPLE.includes(table) ? 'person_id' : 'organisation_id';
  const mine = OF_PEOPLE.includes(table) ? a.person.personId : a.id;
  expect(await as(a, `update ${table} ${set} where ${theirs} = '${mine}'`)).not.toBe(0);
  expect(await as(a, `update ${table} ${set} where ${theirs} <> '${mine}'`)).toBe(0);
});

test.each(INSERTABLE)('a row for the other one is refused in %s', async (table) => {
  const [row] = await world.sql.unsafe(`select to_jsonb(t) as found from ${table} t
    where ${ownerOf(table)} = '${b.id}' limit 1`);
  const copy = JSON.stringify(row?.found).replaceAll("'", "''");
  const [columns] = await world.sql<{ own: string }[]>`select string_agg(column_name, ', ') as own
    from information_schema.columns where table_name = ${table} and is_generated = 'NEVER'`;
  const insert = `insert into ${table} (${columns?.own}) select ${columns?.own}
    from jsonb_populate_record(null::${table}, '${copy}')`;
  expect(await as(a, insert)).toBe('42501');
});

test("nobody moves a colleague into the other's organisation", async () => {
  const move = `update people set organisation_id = '${b.id}' where id = '${a.person.personId}'`;
  expect(await as(a, move)).toBe('42501');
});

test.each([
  'staff_notes',
  'question_reviews',
  'recommendations',
  'conflicts_of_interest',
  'sessions',
  'credentials',
  'second_factors',
  'recovery_codes',
  'redactions',
  'event_chains',
  'throttles',
  'identities',
  'application_transitions',
])('suppliers cannot even ask for %s', async (table) => {
  expect(await as(a, `select 1 as n from ${table} limit 1`)).toBe('42501');
});

test.each([
  ['information_requests', 'sent_by'],
  ['decisions', 'confirmed_by'],
  ['events', 'actor_id'],
  ['password_links', 'token_hash'],
  ['spot_checks', 'drawn_by'],
  ['spot_checks', 'closed_by'],
  ['spot_check_marks', 'marked_by'],
  ['spot_check_marks', 'staff_note'],
])('suppliers cannot ask for %s.%s', async (table, column) => {
  expect(await as(a, `select ${column} as n from ${table} limit 1`)).toBe('42501');
});

test('staff see both, and of a draft that it exists, never its words', async () => {
  const seen = await asActor(await world.staff('Mo', 'manager'), async (tx) => {
    const [row] = await tx.execute(raw`select
      (select count(distinct organisation_id)::int from applications) as suppliers,
      (select count(*)::int from events where type = 'answer.saved') as saves,
      (select count(*)::int from event_contents c join events e on e.id = c.event_id
        where e.type = 'answer.saved') as words`);
    return row;
  });
  expect(seen).toEqual({ suppliers: 2, saves: 14, words: 0 });
  const answers = asActor(await world.staff('Max', 'assessor'), (tx) =>
    tx.execute(raw`select 1 from answers`),
  );
  await expect(answers).rejects.toMatchObject({ code: '42501' });
});

test('nobody reads another’s messages, a manager neither; assessors see no deliveries', async () => {
  const count = async (who: Awaited<ReturnType<typeof world.staff>>, table: string) => {
    const [row] = await asActor(who, (tx) =>
      tx.execute<{ n: number }>(raw.raw(`select count(*)::int as n from ${table}`)),
    );
    return row?.n;
  };
  const [manager, assessor] = [
    await world.staff('Ma', 'manager'),
    await world.staff('As', 'assessor'),
  ];
  await world.sql`insert into deliveries (person_id, state, created_at)
    values (${a.person.personId}, 'failed', now())`;
  for (const who of [manager, assessor, a.contributor])
    expect(await count(who, 'messages')).toBe(0);
  expect(await count(a.person, 'messages')).toBe(1);
  expect(await count(manager, 'deliveries')).toBe(1);
  expect(await count(assessor, 'deliveries')).toBe(0);
  await expect(count(a.person, 'deliveries')).rejects.toMatchObject({ code: '42501' });
});
