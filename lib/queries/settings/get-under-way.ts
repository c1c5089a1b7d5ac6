import { sql } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { OPEN_STATUSES, STATUSES } from '@/lib/domain/application';
import { londonDate } from '@/lib/domain/clock';
import { type Actor, can } from '@/lib/domain/permissions';
import type { UnderWay } from '@/lib/domain/settings';
import { now } from '@/lib/ports/clock';

/** With the staff, whose due date is the target's; while the supplier has a case it is the request's. */
const OURS = OPEN_STATUSES.filter((status) =>
  ['assessor', 'second_person'].includes(STATUSES[status].waitingOn),
);

/**
 * What keeps what it was given when a setting changes: cases with the staff that have a due date and
 * how many are past it today in London, requests without an answer, open applications. For managers, else
 * null.
 */
export async function getUnderWay(actor: Actor): Promise<UnderWay | null> {
  if (!can(actor, 'setting:change')) return null;
  const [row] = await asActor(actor, (tx) =>
    tx.execute<UnderWay>(sql`select
      count(due_on) filter (where status = any(${sql.param(OURS)}::text[]))::int as cases,
      count(*) filter (where status = any(${sql.param(OURS)}::text[]) and due_on < ${londonDate(now())}::date)::int as late,
      (select count(*)::int from information_requests where status = 'open') as requests,
      count(*)::int as applications
    from applications where status = any(${sql.param([...OPEN_STATUSES])}::text[])`),
  );
  return row ?? null;
}
