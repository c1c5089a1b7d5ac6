import { sql } from 'drizzle-orm';
import { asActor, type Tx } from '@/db/client';
import { listed } from '@/db/schema/queue-order';
import { ASSIGNABLE_STATUSES } from '@/lib/domain/assignment';
import { londonDate } from '@/lib/domain/clock';
import type { PlainDate } from '@/lib/domain/dates';
import { can, type PersonActor } from '@/lib/domain/permissions';
import { QUEUE_DUES } from '@/lib/domain/queue';
import { dueDays } from '@/lib/domain/queue-due';
import {
  byWeight,
  DECIDED_DAYS,
  type Workload,
  type WorkloadCounts,
  workloadDays,
} from '@/lib/domain/workload';
import { now } from '@/lib/ports/clock';
import { readAssessors } from '@/lib/queries/assess/list-assessors';

const NONE: WorkloadCounts = {
  ...{ open: 0, late: 0, soon: 0, older: 0, newer: 0, confirm: 0, supplier: 0 },
};

/** Late and soon are what the queue's filters show under those names. */
async function countOpen(tx: Tx, today: PlainDate): Promise<Map<string | null, WorkloadCounts>> {
  const [late, soon] = [dueDays('late', today), dueDays('soon', today)];
  const ours = sql`c.status in (${listed(QUEUE_DUES.late.statuses)})`;
  const older = sql`c.submitted_at
    < (${workloadDays(today).olderThan}::date)::timestamp at time zone 'Europe/London'`;
  const rows = await tx.execute<WorkloadCounts & { id: string | null }>(sql`
    select assignee_id as id, count(*)::integer as open,
      count(*) filter (where age = 'late')::integer as late,
      count(*) filter (where age = 'soon')::integer as soon,
      count(*) filter (where age = 'older')::integer as older,
      count(*) filter (where age = 'newer')::integer as newer,
      count(*) filter (where age = 'confirm')::integer as confirm,
      count(*) filter (where age = 'supplier')::integer as supplier
    from (select c.assignee_id, case
        when ${ours} and c.due_on < ${late.before}::date then 'late'
        when ${ours} and c.due_on >= ${soon.from}::date and c.due_on < ${soon.before}::date then 'soon'
        when c.status = 'information_requested' then 'supplier'
        when c.status = 'recommended' then 'confirm'
        when ${older} then 'older' else 'newer' end as age
      from applications c where c.status in (${listed(ASSIGNABLE_STATUSES)})) aged
    group by 1`);
  return new Map([...rows].map(({ id, ...counts }) => [id, counts]));
}

async function countDecided(tx: Tx, at: Date): Promise<Map<string, number>> {
  const rows = await tx.execute<{ id: string; decided: number }>(sql`
    select r.recommended_by as id, count(*)::integer as decided
    from decisions d join recommendations r on r.id = d.recommendation_id
    where d.decided_at >= ${at.toISOString()}::timestamptz - make_interval(days => ${DECIDED_DAYS})
    group by 1`);
  return new Map([...rows].map(({ id, decided }) => [id, decided]));
}

export type Workloads = {
  /** Every assessor, who has most to do first. */
  people: Workload[];
  /** What nobody has. */
  nobodys: WorkloadCounts;
};

/** What each assessor has, by age, and what they had decided lately; null without the permission. */
export async function getWorkloads(actor: PersonActor): Promise<Workloads | null> {
  if (!can(actor, 'case:reassign')) return null;
  const at = now();
  return asActor(actor, async (tx) => {
    const open = await countOpen(tx, londonDate(at));
    const decided = await countDecided(tx, at);
    const assessors = await readAssessors(tx);
    const people = assessors.map((assessor) => ({
      ...assessor,
      ...(open.get(assessor.personId) ?? NONE),
      decided: decided.get(assessor.personId) ?? 0,
    }));
    return { people: people.sort(byWeight), nobodys: open.get(null) ?? NONE };
  });
}
