import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { STATUS_IDS, type Status } from '@/lib/domain/application';
import type { PersonActor } from '@/lib/domain/permissions';
import { COUNT_CAP, QUEUE_TAB_IDS, type QueueTab, type QueueView } from '@/lib/domain/queue';
import { conditionsOf } from './queue-filter';

const nothingElse = { status: null, supplier: '', product: '', text: '', assignee: '', cursor: '' };

/** Rows of a view, counted on its index and only to one past the cap. */
function capped(view: Pick<QueueView, 'tab' | 'status'>, personId: string) {
  const where = conditionsOf({ ...nothingElse, sort: 'due', ...view }, personId);
  return sql`(select count(*) from (select 1 from applications a
    ${where.length > 0 ? sql`where ${sql.join(where, sql` and `)}` : sql``}
    limit ${sql.raw(String(COUNT_CAP + 1))}) c)::integer`;
}

async function countViews<Id extends string>(
  tx: Tx,
  reader: PersonActor,
  views: readonly { id: Id; view: Pick<QueueView, 'tab' | 'status'> }[],
): Promise<Record<Id, number>> {
  const columns = views.map(
    ({ id, view }) => sql`${capped(view, reader.personId)} as ${sql.identifier(id)}`,
  );
  const [row] = await tx.execute<Record<Id, number>>(sql`select ${sql.join(columns, sql`, `)}`);
  if (!row) throw new Error('a count answered nothing');
  return row;
}

/** How many cases each tab holds for the reader, filters apart; 1001 says 'more than 1,000'. */
export const readTabCounts = (tx: Tx, reader: PersonActor): Promise<Record<QueueTab, number>> =>
  countViews(
    tx,
    reader,
    QUEUE_TAB_IDS.map((tab) => ({ id: tab, view: { tab, status: null } })),
  );

/** How many cases have each status; 1001 says 'more than 1,000'. */
export const readStatusCounts = (tx: Tx, reader: PersonActor): Promise<Record<Status, number>> =>
  countViews(
    tx,
    reader,
    STATUS_IDS.map((status) => ({ id: status, view: { tab: 'all', status } })),
  );
