import { sql } from 'drizzle-orm';
import { readCalendar } from '@/db/calendars';
import type { Tx } from '@/db/client';
import { STATUS_IDS, type Status } from '@/lib/domain/application';
import type { Calendar } from '@/lib/domain/calendar';
import { londonDate } from '@/lib/domain/clock';
import type { PlainDate } from '@/lib/domain/dates';
import type { PersonActor } from '@/lib/domain/permissions';
import {
  COUNT_CAP,
  COUNTED_DUES,
  QUEUE_TAB_IDS,
  type QueueTab,
  type QueueView,
} from '@/lib/domain/queue';
import { now } from '@/lib/ports/clock';
import { conditionsOf } from './queue-filter';

const everything: QueueView = {
  ...{ tab: 'all', sort: 'due', status: null, due: null },
  ...{ supplier: '', product: '', text: '', assignee: '', cursor: '' },
};
type CountedView<Id> = { id: Id; view: Partial<Pick<QueueView, 'tab' | 'status' | 'due'>> };

/** Rows of a view, counted on its index and only to one past the cap. */
function capped(
  view: CountedView<string>['view'],
  personId: string,
  day: { today: PlainDate; calendar: Calendar },
) {
  const where = conditionsOf({ ...everything, ...view }, personId, day);
  return sql`(select count(*) from (select 1 from applications a
    ${where.length > 0 ? sql`where ${sql.join(where, sql` and `)}` : sql``}
    limit ${sql.raw(String(COUNT_CAP + 1))}) c)::integer`;
}

async function countViews<Id extends string>(
  tx: Tx,
  reader: PersonActor,
  views: readonly CountedView<Id>[],
): Promise<Record<Id, number>> {
  const day = { today: londonDate(now()), calendar: await readCalendar(tx) };
  const columns = views.map(
    ({ id, view }) => sql`${capped(view, reader.personId, day)} as ${sql.identifier(id)}`,
  );
  const [row] = await tx.execute<Record<Id, number>>(sql`select ${sql.join(columns, sql`, `)}`);
  if (!row) throw new Error('a count answered nothing');
  return row;
}

const TABS = QUEUE_TAB_IDS.map((tab) => ({ id: tab, view: { tab } }));
const STATUSES = STATUS_IDS.map((status) => ({ id: status, view: { status } }));
type CountedDue = (typeof COUNTED_DUES)[number];
const DUES = COUNTED_DUES.map((due) => ({ id: due, view: { due } }));

/** How many cases each tab holds for the reader, filters apart; 1001 says 'more than 1,000'. */
export const readTabCounts = (tx: Tx, reader: PersonActor): Promise<Record<QueueTab, number>> =>
  countViews(tx, reader, TABS);

export type OverviewCounts = Record<QueueTab | Status | CountedDue, number>;

/**
 * How many cases each tab holds, how many have each status, and how many are late or soon due, in
 * one statement; 1001 says 'more than 1,000'. No id is used by two of the three.
 */
export const readOverviewCounts = (tx: Tx, reader: PersonActor): Promise<OverviewCounts> =>
  countViews<QueueTab | Status | CountedDue>(tx, reader, [...TABS, ...STATUSES, ...DUES]);
