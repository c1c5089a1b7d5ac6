import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import postgres from 'postgres';
import { migrateJobQueue } from './job-queue';

const folder = fileURLToPath(new URL('./migrations', import.meta.url));
/** Any number will do, as long as every server takes the same lock. */
const LOCK = 7_203_114;
/** The roles that the app's login may enter, and never merely inherits. */
const ROLES = [
  ...['portal_supplier', 'portal_staff', 'portal_system', 'portal_visitor'],
  'portal_jobs',
];

/** Applies db/migrations as the owner under an advisory lock, then lets the app's login enter its roles. */
export async function migrate(options: { ownerUrl: string; appLogin: string }): Promise<void> {
  const sql = postgres(options.ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql`select pg_advisory_lock(${LOCK})`;
    await applyMigrations(drizzle(sql), { migrationsFolder: folder });
    await migrateJobQueue(options.ownerUrl, sql);
    const login = sql(options.appLogin);
    for (const role of ROLES)
      await sql`grant ${sql(role)} to ${login} with inherit false, set true`;
    await sql`grant usage on schema public to ${login}`;
    // The app may see which migrations were applied, so that it can refuse to run ahead of them.
    await sql`grant usage on schema drizzle to ${login}`;
    await sql`grant select on drizzle.__drizzle_migrations to ${login}`;
    // Needed on every request before there is an actor, so that it is called without entering a role.
    await sql.begin(async (tx) => {
      await tx`set local role portal_definer`;
      await tx`grant execute on function find_session(text, timestamptz, integer, boolean) to ${login}`;
      await tx`grant execute on function count_unread(uuid) to ${login}`;
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** The names of the migrations that a database has not seen yet, oldest first. */
export async function pendingMigrations(url: string): Promise<string[]> {
  const journal = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as {
    entries: { tag: string; when: number }[];
  };
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    const [known] =
      await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as found`;
    const [last] = known?.found
      ? await sql`select max(created_at)::bigint as at from drizzle.__drizzle_migrations`
      : [];
    const seen = Number(last?.at ?? 0);
    return journal.entries.filter((entry) => entry.when > seen).map((entry) => entry.tag);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
