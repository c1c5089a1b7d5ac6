import { type SQL, sql } from 'drizzle-orm';
import type { AuditCursor, AuditView } from '@/lib/domain/audit-search';
import { EVENTS } from '@/lib/domain/events';
import type { Named } from './find-named';

const uuids = (ids: readonly string[]): SQL =>
  sql`array[${sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  )}]::uuid[]`;
const texts = (words: readonly string[]): SQL =>
  sql`array[${sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  )}]::text[]`;

type Search = Pick<AuditView, 'from' | 'to' | 'type'> & Named & { after: AuditCursor | null };

/** Days are London's; the cursor is one comparison that an index serves. */
function within({ from, to, after }: Search): SQL {
  const parts = [
    ...(from ? [sql`e.at >= (${from}::date)::timestamp at time zone 'Europe/London'`] : []),
    ...(to ? [sql`e.at < (${to}::date + 1)::timestamp at time zone 'Europe/London'`] : []),
    ...(after
      ? [sql`(e.at, e.id) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`]
      : []),
  ];
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `);
}

const actedBy = ({ actors }: Search): SQL =>
  actors === null
    ? sql`true`
    : actors === 'system'
      ? sql`e.actor_id is null`
      : sql`e.actor_id = any(${uuids(actors)})`;

const newest = (limit: number): SQL => sql`order by e.at desc, e.id desc limit ${limit}`;

/** Everything that few enough rows hold, sorted once found: a chain, or what two indexes have in common. */
const gathered = (condition: SQL, search: Search, limit: number): SQL => sql`
  select e.* from (select e.* from events e where ${condition} and ${within(search)}
    ${search.type ? sql`and e.type = ${search.type}` : sql``} offset 0) e ${newest(limit)}`;

/**
 * The newest of each type along one index, then the newest of these: no index is read past a page, and
 * only what is shown is read of the table.
 */
const walked = (keys: SQL, condition: SQL, search: Search, limit: number): SQL => sql`
  select whole.* from (select e.id, e.at from ${keys}
    unnest(${texts(search.type ? [search.type] : Object.keys(EVENTS))}) as t(type)
    cross join lateral (select e.id, e.at from events e where ${condition} and e.type = t.type
      and ${within(search)} ${newest(limit)}) e
  ${newest(limit)}) e join events whole on whole.id = e.id`;

/**
 * The newest events that a search leaves, as a statement. Which index is walked follows from what was
 * said, rather than from the planner's guess, which is far out for somebody who did little.
 */
export function foundEvents(search: Search, limit: number): SQL {
  const { subjects, organisations, actors, type } = search;
  if (subjects) {
    const other = organisations ? sql`e.organisation_id = any(${uuids(organisations)})` : sql`true`;
    const own = sql`e.subject_id = any(${uuids(subjects)})`;
    return gathered(sql`${own} and ${actedBy(search)} and ${other}`, search, limit);
  }
  if (organisations && actors !== null) {
    const own = sql`e.organisation_id = any(${uuids(organisations)})`;
    return gathered(sql`${own} and ${actedBy(search)}`, search, limit);
  }
  if (organisations) {
    const keys = sql`unnest(${uuids(organisations)}) as k(id) cross join`;
    return walked(keys, sql`e.organisation_id = k.id`, search, limit);
  }
  if (actors === 'system') return walked(sql``, sql`e.actor_id is null`, search, limit);
  if (actors) {
    const keys = sql`unnest(${uuids(actors)}) as k(id) cross join`;
    return walked(keys, sql`e.actor_id = k.id`, search, limit);
  }
  const only = type ? sql`e.type = ${type} and` : sql``;
  return sql`select e.* from events e where ${only} ${within(search)} ${newest(limit)}`;
}
