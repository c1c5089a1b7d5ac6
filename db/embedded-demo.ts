import postgres from 'postgres';
import type { Cluster } from './embedded';
import { asSuperuser, dropDatabase } from './embedded-database';

/** Stands as the comment on a database while the demo is told in it, and goes with its last word. */
const UNFINISHED = 'unfinished demo';

async function inside<T>(cluster: Cluster, name: string, run: (sql: postgres.Sql) => Promise<T>) {
  const sql = postgres(cluster.url(name), { max: 1, onnotice: () => {} });
  try {
    return await run(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

const comment = (cluster: Cluster, name: string, text: string | null) =>
  asSuperuser(cluster, async (sql) => {
    const [quoted] = await sql`select coalesce(quote_literal(${text}::text), 'null') as text`;
    await sql.unsafe(`comment on database ${name} is ${quoted?.text}`);
  });

/**
 * Tells the demo by `tell`. A database of our own that holds nobody yet is marked until that is done,
 * so that a start after a kill knows. One with people in it is never marked.
 */
export async function tellMarked(
  cluster: Cluster,
  name: string,
  tell: () => Promise<void>,
): Promise<void> {
  const empty = await inside(cluster, name, async (sql) => {
    const [row] = await sql`select not exists (select from people) as empty`;
    return row?.empty === true;
  });
  if (empty) await comment(cluster, name, UNFINISHED);
  await tell();
  if (empty) await comment(cluster, name, null);
}

/**
 * Drops a database of our own in which the telling of the demo was cut off; true when it did. Never
 * one that holds somebody whose address is not in `cast`, the demo's own.
 */
export async function dropUnfinished(
  cluster: Cluster,
  name: string,
  cast: readonly string[],
): Promise<boolean> {
  const [marked] = await inside(
    cluster,
    'postgres',
    (sql) => sql`select from pg_database where datname = ${name}
      and shobj_description(oid, 'pg_database') = ${UNFINISHED}`,
  );
  if (!marked) return false;
  const [other] = await inside(
    cluster,
    name,
    (sql) => sql`select from people where email <> all (${[...cast]}) limit 1`,
  );
  if (other) return false;
  await dropDatabase(cluster, name);
  return true;
}
