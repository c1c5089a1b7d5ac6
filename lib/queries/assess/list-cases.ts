import { type SQL, sql } from 'drizzle-orm';
import { readCalendar } from '@/db/calendars';
import type { Tx } from '@/db/client';
import { listed } from '@/db/schema/queue-order';
import type { Status } from '@/lib/domain/application';
import type { Calendar } from '@/lib/domain/calendar';
import { londonDate, workingDaysBetween } from '@/lib/domain/clock';
import type { PlainDate } from '@/lib/domain/dates';
import type { PersonActor } from '@/lib/domain/permissions';
import { isResubmitted, PAGE_ROWS, type QueueView, tooShort } from '@/lib/domain/queue';
import { type QueueCursor, readCursor, writeCursor } from '@/lib/domain/queue-cursor';
import { closedThread, WORD_EVENTS, type WordEvent } from '@/lib/domain/thread';
import { now } from '@/lib/ports/clock';
import { conditionsOf, keys, orderOf, searchOf } from './queue-filter';

export type CaseRow = {
  reference: string;
  product: string;
  supplier: string;
  round: number;
  status: Status;
  resubmitted: boolean;
  dueOn: PlainDate | null;
  /** Whether the supplier waits for an answer to what it asked. */
  asked: boolean;
  /** Negative when late, null where no day is set. */
  workingDaysLeft: number | null;
  assignee: { name: string; isReader: boolean } | null;
  version: number;
};
export type CasePage = {
  rows: CaseRow[];
  /** Cursors for the address; null at either end of the list. */
  previous: string | null;
  next: string | null;
};

/** How far a search walks through a list before it looks the words up instead. */
const WALKED_ROWS = 2000;

type Found = {
  id: string;
  reference: string;
  product: string;
  supplier: string;
  round: number;
  status: Status;
  due_on: PlainDate | null;
  age: number;
  rank: 0 | 1;
  assignee_id: string | null;
  assignee: string | null;
  version: number;
  last_word: WordEvent | null;
};

/**
 * One page of the cases that a view of the queue shows, 25 in its order, inside the reader's own
 * transaction. A cursor that is none shows the first page; search words all too short, no rows.
 * `again`: whether a page of which nothing is left shows the first one instead.
 */
export async function readCases(
  tx: Tx,
  reader: PersonActor,
  view: QueueView,
  { most, again }: { most: number; again: boolean } = { most: PAGE_ROWS, again: true },
): Promise<CasePage> {
  if (tooShort(view).length > 0) return { rows: [], previous: null, next: null };
  const cursor = readCursor(view.cursor, view.sort);
  const { order, beyond } = orderOf(view, cursor);
  const day = { today: londonDate(now()), calendar: await readCalendar(tx) };
  const inTab = [...conditionsOf(view, reader.personId, day), ...(beyond ? [beyond] : [])];
  const search = searchOf(view);
  const listed = sql`select * from applications a ${where(inTab)} order by ${order}`;
  // A common word is met soon on the way through the list; only a rare one is looked up by itself,
  // since the planner cannot tell the two apart and either way is slow for the other kind.
  const walked = sql`select * from (${listed} limit ${WALKED_ROWS}) a ${where(search)}
    order by ${order} limit ${most + 1}`;
  let found = await readRows(
    tx,
    search.length > 0 ? walked : sql`${listed} limit ${most + 1}`,
    order,
  );
  if (search.length > 0 && found.length <= most) {
    const wanted = [...inTab, ...search];
    const all = sql`select * from applications a ${where(wanted)} order by ${order} limit ${most + 1}`;
    found = await readRows(tx, all, order);
  }
  // What lay beyond the cursor has moved on: the list begins again rather than look empty.
  if (again && found.length === 0 && cursor) return readCases(tx, reader, { ...view, cursor: '' });
  return pageOf(reader, view, { cursor, most, ...day }, found);
}

const where = (conditions: SQL[]): SQL =>
  conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``;

// As the index of threads spells it: one look-up of it for each row that is shown.
const wordEvents = listed(WORD_EVENTS);

async function readRows(tx: Tx, rows: SQL, order: SQL): Promise<Found[]> {
  const found = await tx.execute<Found>(sql`
    select a.id, a.reference, a.round, a.status, a.due_on, a.assignee_id, a.version,
      (extract(epoch from ${keys.age}) * 1000)::float8 as age, ${keys.rank} as rank,
      o.name as supplier, p.name as product, w.name as assignee,
      (select e.type from events e where e.subject_id = a.id
        and e.type in (${wordEvents}) order by e.sequence desc limit 1) as last_word
    from (${rows}) a
    join organisations o on o.id = a.organisation_id
    join products p on p.id = a.product_id
    left join people w on w.id = a.assignee_id
    order by ${order}`);
  return [...found];
}

type Day = { today: PlainDate; calendar: Calendar };

function pageOf(
  reader: PersonActor,
  view: QueueView,
  { cursor, most, ...day }: { cursor: QueueCursor | null; most: number } & Day,
  found: Found[],
): CasePage {
  const more = found.length > most;
  const back = cursor?.way === 'before';
  const shown = found.slice(0, most);
  if (back) shown.reverse();
  const [first, last] = [shown[0], shown.at(-1)];
  const place = (row: Found | undefined, way: QueueCursor['way']): string | null =>
    row
      ? writeCursor({ sort: view.sort, way, rank: row.rank, key: keyOf(row, view), id: row.id })
      : null;
  return {
    rows: shown.map((row) => rowOf(row, reader, day)),
    previous: (back ? more : cursor !== null) ? place(first, 'before') : null,
    next: (back ? true : more) ? place(last, 'after') : null,
  };
}

const keyOf = (row: Found, view: QueueView): number => {
  if (view.sort !== 'due') return Math.round(row.age);
  return row.due_on === null ? Number.POSITIVE_INFINITY : Date.parse(row.due_on) / 86_400_000;
};

function rowOf(row: Found, reader: PersonActor, { today, calendar }: Day): CaseRow {
  return {
    reference: row.reference,
    product: row.product,
    supplier: row.supplier,
    round: row.round,
    status: row.status,
    resubmitted: isResubmitted(row.status, row.round),
    asked: row.last_word === 'thread.asked' && closedThread(row.status) === null,
    dueOn: row.due_on,
    workingDaysLeft: row.due_on === null ? null : workingDaysBetween(calendar, today, row.due_on),
    assignee:
      row.assignee === null
        ? null
        : { name: row.assignee, isReader: row.assignee_id === reader.personId },
    version: row.version,
  };
}
