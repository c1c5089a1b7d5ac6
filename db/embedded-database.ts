import postgres from 'postgres';
import type { Cluster } from './embedded';

/** A server whose databases can be made: all that is asked of it. */
type Server = Pick<Cluster, 'url'>;

export type Logins = {
  owner: { name: 'portal_owner'; password: string };
  app: { name: 'portal_app'; password: string };
};

/** The two ordinary logins: one owns the database and migrates, the other is the app's. */
export const logins = (ownerPassword: string, appPassword: string): Logins => ({
  owner: { name: 'portal_owner', password: ownerPassword },
  app: { name: 'portal_app', password: appPassword },
});

/** Runs statements that need no database of their own, as the cluster's superuser. */
export async function asSuperuser(cluster: Server, run: (sql: postgres.Sql) => Promise<void>) {
  const sql = postgres(cluster.url('postgres'), { max: 1, onnotice: () => {} });
  try {
    await run(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Makes the logins where they are missing, and gives them these passwords and no more rights. */
export async function ensureLogins(cluster: Server, { owner, app }: Logins): Promise<void> {
  await asSuperuser(cluster, async (sql) => {
    for (const [login, rights] of [
      [owner, 'login nosuperuser nobypassrls nocreatedb createrole'],
      [app, 'login nosuperuser nobypassrls nocreatedb nocreaterole'],
    ] as const) {
      const [found] = await sql`select 1 from pg_roles where rolname = ${login.name}`;
      const verb = found ? 'alter' : 'create';
      const [quoted] = await sql`select quote_literal(${login.password}) as text`;
      await sql.unsafe(`${verb} role ${login.name} ${rights} password ${quoted?.text}`);
    }
  });
}

/** Makes a database of the owner's, where it is missing; a template is copied as it stands. */
export async function ensureDatabase(
  cluster: Server,
  name: string,
  template?: string,
): Promise<void> {
  await asSuperuser(cluster, async (sql) => {
    const [found] = await sql`select 1 from pg_database where datname = ${name}`;
    if (!found) {
      const from = template ? `template ${template} strategy file_copy` : '';
      await sql.unsafe(`create database ${name} owner portal_owner ${from}`);
    }
    await sql.unsafe(`revoke all on database ${name} from public`);
    await sql.unsafe(`grant connect, temporary on database ${name} to portal_app`);
  });
}

export async function dropDatabase(cluster: Server, name: string): Promise<void> {
  await asSuperuser(cluster, async (sql) => {
    await sql.unsafe(`drop database if exists ${name} with (force)`);
  });
}
