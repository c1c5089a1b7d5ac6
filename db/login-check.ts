import postgres from 'postgres';

export type LoginFaults = { login: string; faults: string[] };

/**
 * What makes a login unfit for the app: row-level security would not bind it. Checks also what it
 * could become, since SET ROLE is open to members.
 */
export async function loginFaults(url: string): Promise<LoginFaults> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    const [found] = await sql<
      { login: string; superuser: boolean; bypass: boolean; owner: boolean }[]
    >`
      select session_user::text as login,
        exists (select from pg_roles r
          where r.rolsuper and pg_has_role(session_user, r.oid, 'member')) as superuser,
        exists (select from pg_roles r
          where r.rolbypassrls and pg_has_role(session_user, r.oid, 'member')) as bypass,
        exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema$)'
            and pg_has_role(session_user, c.relowner, 'member')) as owner`;
    if (!found) throw new Error('the database did not say who signed in');
    const { login, superuser, bypass, owner } = found;
    if (superuser) return { login, faults: ['is a superuser'] };
    return {
      login,
      faults: [
        ...(bypass ? ['has BYPASSRLS'] : []),
        ...(owner ? ['owns tables, or may become who owns them'] : []),
      ],
    };
  } finally {
    await sql.end({ timeout: 2 });
  }
}
