import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeFullTenant } from '@/lib/testing/full-tenant';
import { makeWorld, type Supplier, type World } from '@/lib/testing/world';

/** Foreign keys that cannot carry the organisation: who acted may be staff, who have none. */
const BY_PERSON =
  /_(assignee_id|created_by|saved_by|unlocked_by|sent_by|confirmed_by|uploaded_by|edited_by|overridden_by|recorded_by|published_by|drawn_by|answered_by|closed_by|cancelled_by|marked_by|note_by|assessor_id)_people_id_fk$/;
const WITHOUT_ORGANISATION = [
  // The signatory is the actor of the command; append_event() alone writes the contents.
  'declarations_signatory_id_people_id_fk',
  'event_contents_event_id_events_id_fk',
  // Beside these stand keys that carry the organisation, where there is one.
  'messages_person_id_people_id_fk',
  'password_links_person_id_people_id_fk',
];

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

test('every foreign key between tables of tenants carries the organisation', async () => {
  const rows = await world.sql<{ name: string }[]>`
    with tenant as (select attrelid, attnum from pg_attribute where attname = 'organisation_id')
    select c.conname::text as name from pg_constraint c
      join tenant t on t.attrelid = c.conrelid join tenant r on r.attrelid = c.confrelid
    where c.contype = 'f' and not (t.attnum = any (c.conkey) and r.attnum = any (c.confkey))
    order by 1`;
  const found = rows.map(({ name }) => name).filter((name) => !BY_PERSON.test(name));
  expect(found).toEqual(WITHOUT_ORGANISATION);
});

/** Past every policy, so that the key alone refuses. */
const insertRow = (table: string, row: Record<string, string>) =>
  world.sql`insert into ${world.sql(table)} select * from
    jsonb_populate_record(null::${world.sql(table)}, ${world.sql.json(row)})`;
const rowOf = async (who: Supplier, table: string) => {
  const [row] = await world.sql.unsafe(`select to_jsonb(t) as found from ${table} t
    where organisation_id = '${who.id}' limit 1`);
  return row?.found as Record<string, string>;
};

test.each([
  ['applications', 'product_id', 'applications_product'],
  ['applications', 'predecessor_id', 'applications_predecessor'],
  ['answers', 'application_id', 'answers_application'],
  ['unlocked_questions', 'application_id', 'unlocked_questions_application'],
  ['declarations', 'application_id', 'declarations_application'],
])("one's own row in %s cannot point to another's by %s", async (table, column, constraint) => {
  const theirs = await rowOf(b, table);
  const fresh = { id: crypto.randomUUID(), reference: 'DSI-2222-2222' };
  const [empty] = await world.sql`select id from applications a where organisation_id = ${b.id}
    and not exists (select from answers where application_id = a.id)`;
  const ofCase = { application_id: empty?.id, predecessor_id: empty?.id };
  const foreign = { ...theirs, ...ofCase }[column];
  const crossed = { ...(await rowOf(a, table)), ...fresh, status: 'withdrawn', [column]: foreign };
  await expect(insertRow(table, crossed)).rejects.toMatchObject({
    code: '23503',
    constraint_name: constraint,
  });
});
