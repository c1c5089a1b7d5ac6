import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from './testing';
import { EXPECTED_GRANTS } from './testing-grants';

let database: TestDatabase;
let sql: postgres.Sql;
beforeAll(async () => {
  database = await testDatabase();
  sql = postgres(database.superuserUrl, { max: 1, onnotice: () => undefined });
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

/** What may hold rows or show them. */
const tablesThat = async (at: postgres.ISql, condition: string) => {
  const rows = await at.unsafe<{ name: string }[]>(`select c.relname::text as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
      and (${condition}) order by 1`);
  return rows.map(({ name }) => name);
};
const UNFORCED = 'not (c.relrowsecurity and c.relforcerowsecurity)';
const WITHOUT_POLICY = 'not exists (select from pg_policy p where p.polrelid = c.oid)';

async function actualGrants() {
  const rows = await sql<{ name: string; role: string; privilege: string }[]>`
    with granted as (
      select c.relname, a.grantee, lower(a.privilege_type) as privilege, null::name as col
        from pg_class c, aclexplode(c.relacl) a
        where c.relnamespace = 'public'::regnamespace and a.grantee <> c.relowner
      union all select c.relname, a.grantee, lower(a.privilege_type), t.attname
        from pg_class c join pg_attribute t on t.attrelid = c.oid, aclexplode(t.attacl) a
        where c.relnamespace = 'public'::regnamespace and a.grantee <> c.relowner)
    select relname::text as name,
      case grantee when 0 then 'everybody' else replace(grantee::regrole::text, 'portal_', '') end as role,
      privilege || case when bool_or(col is not null)
        then '(' || string_agg(col, ', ' order by col) || ')' else '' end as privilege
    from granted group by 1, 2, granted.privilege order by 1, 2, 3`;
  const found: Record<string, Record<string, string>> = {};
  for (const { name, role, privilege } of rows) {
    const before = found[name]?.[role];
    found[name] = { ...found[name], [role]: before ? `${before}; ${privilege}` : privilege };
  }
  return found;
}

test('every table forces row-level security and has a policy', async () => {
  expect(await tablesThat(sql, UNFORCED)).toEqual([]);
  expect(await tablesThat(sql, WITHOUT_POLICY)).toEqual([]);
});

test('a table that somebody forgot is found', async () => {
  await sql
    .begin(async (tx) => {
      await tx`create table planted ()`;
      expect(await tablesThat(tx, UNFORCED)).toEqual(['planted']);
      await tx`alter table planted enable row level security`;
      expect(await tablesThat(tx, UNFORCED)).toEqual(['planted']);
      await tx`alter table planted force row level security`;
      expect(await tablesThat(tx, UNFORCED)).toEqual([]);
      expect(await tablesThat(tx, WITHOUT_POLICY)).toEqual(['planted']);
      expect(await tablesThat(tx, 'true')).not.toEqual(Object.keys(EXPECTED_GRANTS).sort());
      throw new Error('rolled back');
    })
    .catch((error: Error) => expect(error.message).toBe('rolled back'));
});

test('every table is expected, with exactly the privileges expected of it', async () => {
  expect(await tablesThat(sql, 'true')).toEqual(Object.keys(EXPECTED_GRANTS).sort());
  expect(await actualGrants()).toEqual(EXPECTED_GRANTS);
});

test('no other schema is open but for the list of migrations, and no view sees past policies', async () => {
  const open =
    await sql`select n.nspname || '.' || c.relname as name, lower(a.privilege_type) as may
    from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a
    where n.nspname !~ '^(pg_|information_schema$)' and n.nspname <> 'public'
      and a.grantee <> c.relowner and n.nspname <> 'graphile_worker'`;
  for (const grant of open)
    expect(grant).toEqual({ name: 'drizzle.__drizzle_migrations', may: 'select' });
  const views = await sql`select relname from pg_class where relkind in ('v', 'm')
    and relnamespace = 'public'::regnamespace
    and not coalesce(reloptions::text like '%security_invoker=true%', false)`;
  expect([...views]).toEqual([]);
});

test('the queue of jobs is open to whoever runs jobs, and to the function that fills it', async () => {
  const roles = await sql`select distinct a.grantee::regrole::text as role
    from pg_class c, aclexplode(c.relacl) a
    where c.relnamespace = 'graphile_worker'::regnamespace and a.grantee <> c.relowner order by 1`;
  expect(roles.map(({ role }) => role)).toEqual(['portal_definer', 'portal_jobs']);
});

test('each granted role has a policy on the table, and no policy is for everybody', async () => {
  const policies = await sql<{ name: string; roles: string[] }[]>`
    select tablename::text as name, array_agg(distinct r::text) as roles
    from pg_policies, unnest(roles) r where schemaname = 'public' group by 1`;
  const rolesOf = new Map(policies.map(({ name, roles }) => [name, roles]));
  for (const [name, grants] of Object.entries(EXPECTED_GRANTS))
    expect([name, ...(rolesOf.get(name) ?? [])]).toEqual(
      expect.arrayContaining(Object.keys(grants).map((role) => `portal_${role}`)),
    );
  expect(policies.flatMap(({ roles }) => roles)).not.toContain('public');
});

/** Only a table's owner may have it counted: it takes nothing, reads nothing and gives nothing. */
const BY_THE_OWNER = ['count_onboardings()'];

test('functions that act as their owner act as one who cannot log in, on a fixed path', async () => {
  const functions = await sql<{ name: string; owner: string; config: string[] | null }[]>`
    select p.oid::regprocedure::text as name, p.proowner::regrole::text as owner,
      p.proconfig as config from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.prosecdef`;
  expect(functions.length).toBeGreaterThan(2);
  for (const { name, owner, config } of functions)
    expect({ name, owner, path: config?.join() }).toEqual({
      name,
      owner: BY_THE_OWNER.includes(name) ? 'portal_owner' : 'portal_definer',
      path: expect.stringMatching(/^search_path="?pg_catalog"?, .*pg_temp$/),
    });
  const open = await sql`select p.oid::regprocedure::text as name from pg_proc p
    where p.pronamespace = 'public'::regnamespace and has_function_privilege('public', p.oid, 'execute')
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`;
  expect([...open]).toEqual([]);
});

test('no role of ours can log in, is a superuser or gets past policies', async () => {
  const roles = await sql`select rolname from pg_roles where rolname in ('portal_supplier',
    'portal_staff', 'portal_system', 'portal_visitor', 'portal_definer', 'portal_jobs')
    and (rolcanlogin or rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolinherit)`;
  expect([...roles]).toEqual([]);
});
