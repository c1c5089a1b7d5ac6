import { sql } from 'drizzle-orm';
import { readCalendar } from '@/db/calendars';
import { asActor, type Tx } from '@/db/client';
import { listed } from '@/db/schema/queue-order';
import { ASSIGNABLE_STATUSES } from '@/lib/domain/assignment';
import { londonDate } from '@/lib/domain/clock';
import type { PlainDate } from '@/lib/domain/dates';
import { can, type PersonActor } from '@/lib/domain/permissions';
import { dueDays } from '@/lib/domain/queue-due';
import {
  byWeight,
  decidedFrom,
  olderThan,
  type Workload,
  type WorkloadCounts,
} from '@/lib/domain/workload';
import { now } from '@/lib/ports/clock';
import { readAssessors } from '@/lib/queries/assess/list-assessors';

const NONE: WorkloadCounts = {
  ...{ open: 0, late: 0, soon: 0, older: 0, newer: 0, confirm: 0, supplier: 0 },
};

/** By age is what waits for an assessor, as the queue's filters show it under those names. */
async function countOpen(tx: Tx, today: PlainDate): Promise<Map<string | null, WorkloadCounts>> {
  const calendar = await readCalendar(tx);
  const [late, soon] = [
    dueDays(calendar, 'assessor_late', today),
    dueDays(calendar, 'assessor_soon', today),
  ];
  const older = sql`c.submitted_at
    < (${olderThan(calendar, today)}::date)::timestamp at time zone 'Europe/London'`;
  const rows = await tx.execute<WorkloadCounts & { id: string | null }>(sql`
    select assignee_id as id, count(*)::integer as open,
      count(*) filter (where age = 'late')::integer as late,
      count(*) filter (where age = 'soon')::integer as soon,
      count(*) filter (where age = 'older')::integer as older,
      count(*) filter (where age = 'newer')::integer as newer,
      count(*) filter (where age = 'confirm')::integer as confirm,
      count(*) filter (where age = 'supplier')::integer as supplier
    from (select c.assignee_id, case
        when c.status = 'information_requested' then 'supplier'
        when c.status = 'recommended' then 'confirm'
        when c.due_on < ${late.before}::date then 'late'
        when c.due_on >= ${soon.from}::date and c.due_on < ${soon.before}::date then 'soon'
        when ${older} then 'older' else 'newer' end as age
      from applications c where c.status in (${listed(ASSIGNABLE_STATUSES)})) aged
    group by 1`);
  return new Map([...rows].map(({ id, ...counts }) => [id, counts]));
}

/** As the list of decisions counts them: once the job has counted a case. */
async function countDecided(tx: Tx, today: PlainDate): Promise<Map<string, number>> {
  const rows = await tx.execute<{ id: string; decided: number }>(sql`
    select assessor_id as id, count(*)::integer as decided from case_figures
    where measure = 'decided' and on_day between ${decidedFrom(today)}::date and ${today}::date
      and assessor_id is not null
    group by 1`);
  return new Map([...rows].map(({ id, decided }) => [id, decided]));
}

export type Workloads = {
  /** Every assessor, who has most to do first. */
  people: Workload[];
  /** What nobody has. */
  nobodys: WorkloadCounts;
};

/** What each assessor has, by age, and what they had decided lately, inside a transaction. */
export async function readWorkloads(tx: Tx, today: PlainDate): Promise<Workloads> {
  const open = await countOpen(tx, today);
  const decided = await countDecided(tx, today);
  const assessors = await readAssessors(tx);
  const people = assessors.map((assessor) => ({
    ...assessor,
    ...(open.get(assessor.personId) ?? NONE),
    decided: decided.get(assessor.personId) ?? 0,
  }));
  return { people: people.sort(byWeight), nobodys: open.get(null) ?? NONE };
}

/** The same for a page; null without the permission. */
export async function getWorkloads(actor: PersonActor): Promise<Workloads | null> {
  if (!can(actor, 'case:reassign')) return null;
  return asActor(actor, (tx) => readWorkloads(tx, londonDate(now())));
}
