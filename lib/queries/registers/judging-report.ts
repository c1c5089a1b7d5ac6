import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { JudgingChange, JudgingState } from '@/lib/domain/judging';

const SUPPLIERS = 25;

export type JudgedSupplier = {
  organisationId: string;
  name: string;
  odsCode: string | null;
  /** How many of its onboardings changed so. */
  changes: Partial<Record<JudgingChange, number>>;
};
export type JudgingReport = {
  state: JudgingState;
  total: number;
  judged: number;
  endedAt: Date | null;
  changes: Partial<Record<JudgingChange, number>>;
  /** Those with most that lapsed or is no longer ready first, 25 of them. */
  suppliers: JudgedSupplier[];
  /** How many suppliers more there are. */
  more: number;
};

type Row = {
  organisationId: string;
  name: string;
  odsCode: string | null;
  change: JudgingChange;
  rows: number;
};

/** How far the judging is that a snapshot brought, and what it found, by supplier; null where none was. */
export async function readJudgingReport(tx: Tx, snapshotId: string): Promise<JudgingReport | null> {
  const [run] = await tx.execute<{
    id: string;
    state: JudgingState;
    total: number;
    judged: number;
    endedAt: string | null;
  }>(sql`select id, state, total, judged, ended_at::text as "endedAt" from judging_runs
    where snapshot_id = ${snapshotId} order by asked_at desc, id limit 1`);
  if (!run) return null;
  const rows = await tx.execute<Row>(sql`
    select c.organisation_id as "organisationId", o.name, o.ods_code as "odsCode", c.change, c.rows
    from (select organisation_id, change, count(*)::int as rows from judging_changes
        where run_id = ${run.id} group by 1, 2) c
      join organisations o on o.id = c.organisation_id order by o.name, o.id`);
  const changes: JudgingReport['changes'] = {};
  const suppliers = new Map<string, JudgedSupplier>();
  for (const { change, rows: found, organisationId, ...named } of rows) {
    changes[change] = (changes[change] ?? 0) + found;
    const supplier = suppliers.get(organisationId) ?? { organisationId, ...named, changes: {} };
    supplier.changes[change] = found;
    suppliers.set(organisationId, supplier);
  }
  const worse = ({ changes: { lapsed = 0, failing = 0 } }: JudgedSupplier) => lapsed + failing;
  const sorted = [...suppliers.values()].sort((a, b) => worse(b) - worse(a));
  return {
    ...{ state: run.state, total: run.total, judged: run.judged, changes },
    endedAt: run.endedAt === null ? null : new Date(run.endedAt),
    suppliers: sorted.slice(0, SUPPLIERS),
    more: Math.max(0, sorted.length - SUPPLIERS),
  };
}
