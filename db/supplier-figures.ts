import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from './client';

/** What each column counts of a ledger's rows `e`. */
const OF_LEDGER = {
  live: sql`e.state = 'live'`,
  lapsed: sql`e.state = 'live' and e.verdict = 'lapsed'`,
  not_ready: sql`e.state = 'live' and e.verdict = 'not_ready'`,
  not_proven: sql`e.state = 'live' and e.verdict = 'not_proven'`,
  overridden: sql`e.overridden_by is not null`,
  outdated: sql`e.flags @> '{aup_outdated}'::text[]`,
};
const LEDGER_COLUMNS = Object.keys(OF_LEDGER);
const COLUMNS = [...LEDGER_COLUMNS, 'spot_done', 'spot_failed'];

const listed = (parts: readonly SQL[]) => sql.join([...parts], sql`, `);
const named = (alias: string, columns: readonly string[]) =>
  columns.map((column) => sql`${sql.identifier(alias)}.${sql.identifier(column)}`);

/** The figures of the suppliers `o` for which a condition holds, counted row by row from the source. */
const countedFrom = (which: SQL): SQL => sql`
  select o.id as organisation_id, lower(o.name) as name_key,
    ${listed(named('e', LEDGER_COLUMNS))}, ${listed(named('s', ['spot_done', 'spot_failed']))}
  from organisations o
    cross join lateral (select ${listed(
      Object.entries(OF_LEDGER).map(
        ([name, condition]) =>
          sql`count(*) filter (where ${condition})::integer as ${sql.identifier(name)}`,
      ),
    )} from onboardings e where e.organisation_id = o.id) e
    cross join lateral (select count(*)::integer as spot_done, count(*) filter (where exists (
        select from spot_check_items i left join spot_check_marks m on m.item_id = i.id
        where i.spot_check_id = c.id and m.satisfactory is not true))::integer as spot_failed
      from spot_checks c where c.organisation_id = o.id and c.state = 'closed') s
  where ${which}`;

/**
 * Counts some of the marked suppliers again and takes their marks; answers how many. The marks go
 * before it is counted: what is saved meanwhile leaves a mark that stays. One counts at a time, lest
 * an earlier count be written over a later one.
 */
export async function countMarked(tx: Tx, most: number): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('supplier figures', 0))`);
  const taken = await tx.execute<{ id: string }>(sql`
    with taken as (
      delete from supplier_marks where organisation_id in
        (select organisation_id from supplier_marks group by 1 limit ${most})
      returning organisation_id)
    select organisation_id as id from taken group by 1`);
  if (taken.length === 0) return 0;
  const ids = listed(taken.map(({ id }) => sql`${id}::uuid`));
  const set = COLUMNS.map(
    (name) => sql`${sql.identifier(name)} = excluded.${sql.identifier(name)}`,
  );
  await tx.execute(sql`
    insert into supplier_figures (organisation_id, name_key, ${listed(COLUMNS.map((name) => sql`${sql.identifier(name)}`))})
    ${countedFrom(sql`o.id in (${ids})`)}
    on conflict (organisation_id) do update set ${listed(set)}`);
  return taken.length;
}

/** Since when changes are not counted yet: when the oldest of them was made; null when all are counted. */
export async function readUncountedSince(tx: Tx): Promise<Date | null> {
  const [row] = await tx.execute<{ since: string | null }>(
    sql`select min(marked_at) as since from supplier_marks`,
  );
  return row?.since ? new Date(row.since) : null;
}

/**
 * Counts every supplier from the source and holds it against what is kept, in one statement. Answers
 * the ids of those that differ; those that wait to be counted are left out.
 */
export async function compareSupplierFigures(tx: Tx): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    select c.organisation_id as id
    from (${countedFrom(sql`o.id not in (select organisation_id from supplier_marks)`)}) c
      left join supplier_figures f on f.organisation_id = c.organisation_id
    where f.organisation_id is null or (f.name_key, ${listed(named('f', COLUMNS))}) is distinct from
      (c.name_key, ${listed(named('c', COLUMNS))})
    order by 1`);
  return rows.map(({ id }) => id);
}
