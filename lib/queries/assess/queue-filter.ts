import { type SQL, sql } from 'drizzle-orm';
import { ageOrder, dueOrder, listed, resubmittedFirst } from '@/db/schema/queue-order';
import type { Calendar } from '@/lib/domain/calendar';
import type { PlainDate } from '@/lib/domain/dates';
import {
  QUEUE_DUES,
  QUEUE_TABS,
  type QueueDue,
  type QueueView,
  searchPatterns,
} from '@/lib/domain/queue';
import type { QueueCursor } from '@/lib/domain/queue-cursor';
import { dueDays } from '@/lib/domain/queue-due';

const a = (name: string) => sql.raw(`a.${name}`);
const due = dueOrder({ dueOn: a('due_on') });
const age = ageOrder({ submittedAt: a('submitted_at'), createdAt: a('created_at') });
const rank = resubmittedFirst({ status: a('status'), round: a('round') });

export const keys = { due, age, rank };

/** The rows of a view's tab and choices on a day; statuses stand as constants for the planner. */
export function conditionsOf(
  view: QueueView,
  personId: string,
  { today, calendar }: { today: PlainDate; calendar: Calendar },
): SQL[] {
  const tab = QUEUE_TABS[view.tab];
  const conditions: SQL[] = [];
  const statuses = view.status ? [view.status] : tab.statuses;
  if (statuses.length === 1) conditions.push(sql`a.status = ${listed(statuses)}`);
  if (tab.whose !== 'anybodys' || (view.tab === 'open' && !view.status))
    conditions.push(sql`a.status in (${listed(tab.statuses)})`);
  if (tab.whose === 'mine') conditions.push(sql`a.assignee_id = ${personId}::uuid`);
  if (tab.whose === 'nobodys') conditions.push(sql`a.assignee_id is null`);
  if (view.assignee) conditions.push(sql`a.assignee_id = ${view.assignee}::uuid`);
  return view.due ? [...conditions, ...dueConditions(calendar, view.due, today)] : conditions;
}

/** Dates are compared as the indexes hold them, and alone in the statuses whose due date is meant. */
function dueConditions(calendar: Calendar, which: QueueDue, today: PlainDate): SQL[] {
  const { from, before, receivedBefore, receivedFrom } = dueDays(calendar, which, today);
  const midnight = (day: PlainDate) => sql`(${day}::date)::timestamp at time zone 'Europe/London'`;
  return [
    sql`a.status in (${listed(QUEUE_DUES[which].statuses)})`,
    ...(from ? [sql`${due} >= ${from}::date`] : []),
    ...(before ? [sql`${due} < ${before}::date`] : []),
    ...(receivedBefore ? [sql`a.submitted_at < ${midnight(receivedBefore)}`] : []),
    ...(receivedFrom ? [sql`a.submitted_at >= ${midnight(receivedFrom)}`] : []),
  ];
}

/** What the words searched for let through, of the rows that `conditionsOf` does. */
export function searchOf(view: QueueView): SQL[] {
  const conditions: SQL[] = [];
  for (const pattern of searchPatterns(view.text))
    conditions.push(sql`a.search_text ilike ${pattern}`);
  const names = { organisation: view.supplier, product: view.product };
  for (const [table, text] of Object.entries(names)) {
    if (text === '') continue;
    const all = searchPatterns(text).map((pattern) => sql`name ilike ${pattern}`);
    const [column, from] = [sql.raw(`a.${table}_id`), sql.raw(`${table}s`)];
    conditions.push(sql`${column} in (select id from ${from} where ${sql.join(all, sql` and `)})`);
  }
  return conditions;
}

/** True where resubmitted cases stand on top: in one's own cases, in the usual order. */
const onTop = (view: QueueView): boolean => view.tab === 'mine' && view.sort === 'due';

const dayOf = (key: number): string =>
  key === Number.POSITIVE_INFINITY
    ? 'infinity'
    : new Date(key * 86_400_000).toISOString().slice(0, 10);

/** The order of a view and, with a cursor, the rows beyond it: one comparison that an index serves. */
export function orderOf(view: QueueView, cursor: QueueCursor | null) {
  const byDue = view.sort === 'due';
  const columns = [...(onTop(view) ? [rank] : []), byDue ? due : age, sql`a.id`];
  const down = (view.sort === 'newest') !== (cursor?.way === 'before');
  const order = (list: SQL[], descending: boolean) =>
    sql.join(
      list.map((column) => (descending ? sql`${column} desc` : column)),
      sql`, `,
    );
  const key = cursor
    ? byDue
      ? sql`${dayOf(cursor.key)}::date`
      : sql`${new Date(cursor.key).toISOString()}::timestamptz`
    : null;
  const place = cursor && [
    ...(onTop(view) ? [sql`${cursor.rank}::integer`] : []),
    key ?? sql`null`,
    sql`${cursor.id}::uuid`,
  ];
  const beyond =
    place &&
    sql`(${sql.join(columns, sql`, `)}) ${down ? sql`<` : sql`>`} (${sql.join(place, sql`, `)})`;
  return { order: order(columns, down), beyond };
}
