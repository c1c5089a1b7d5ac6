import { sql } from 'drizzle-orm';
import { readCalendar } from '@/db/calendars';
import { asActor } from '@/db/client';
import { londonDate } from '@/lib/domain/clock';
import { can, type PersonActor } from '@/lib/domain/permissions';
import { type QueueView, tooShort } from '@/lib/domain/queue';
import { now } from '@/lib/ports/clock';
import { type CaseRow, readCases } from '@/lib/queries/assess/list-cases';
import { conditionsOf, searchOf } from '@/lib/queries/assess/queue-filter';

const AT_A_TIME = 1000;

/**
 * Every application that a view of the queue shows, in its order, some at a time, each a transaction
 * of its own: nothing is held whole. Nothing for somebody who may not reassign.
 */
export async function* exportApplications(
  actor: PersonActor,
  view: QueueView,
  atATime = AT_A_TIME,
): AsyncGenerator<CaseRow[]> {
  if (!can(actor, 'case:reassign')) return;
  for (let cursor = ''; ; ) {
    const from = { ...view, cursor };
    const { rows, next } = await asActor(actor, (tx) =>
      readCases(tx, actor, from, { most: atATime, again: false }),
    );
    yield rows;
    if (next === null) return;
    cursor = next;
  }
}

/** How many those are; null for somebody who may not reassign. */
export async function countApplications(
  actor: PersonActor,
  view: QueueView,
): Promise<number | null> {
  if (!can(actor, 'case:reassign')) return null;
  if (tooShort(view).length > 0) return 0;
  const [row] = await asActor(actor, async (tx) => {
    const day = { today: londonDate(now()), calendar: await readCalendar(tx) };
    const wanted = [...conditionsOf(view, actor.personId, day), ...searchOf(view)];
    const where = wanted.length > 0 ? sql`where ${sql.join(wanted, sql` and `)}` : sql``;
    return tx.execute<{ count: number }>(
      sql`select count(*)::integer as count from applications a ${where}`,
    );
  });
  return row?.count ?? 0;
}
