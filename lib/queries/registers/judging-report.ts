import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { PlainDate } from '@/lib/domain/dates';
import type { JudgedSoFar, JudgingCause, JudgingChange, JudgingReason } from '@/lib/domain/judging';
import type { RegisterId } from '@/lib/domain/register';
import { type ApprovalsReport, readApprovalsReport } from './approvals-report';

const SUPPLIERS = 25;

export type JudgedSupplier = {
  organisationId: string;
  name: string;
  odsCode: string | null;
  /** How many of its onboardings changed so. */
  changes: Partial<Record<JudgingChange, number>>;
};
export type JudgingReport = ApprovalsReport &
  JudgedSoFar & {
    id: string;
    reason: JudgingReason;
    askedAt: Date;
    endedAt: Date | null;
    changes: Partial<Record<JudgingChange, number>>;
    /** Those with most that lapsed or is no longer ready first, 25 of them. */
    suppliers: JudgedSupplier[];
    /** How many suppliers more there are. */
    more: number;
  };

type RunRow = JudgedSoFar & {
  id: string;
  cause: JudgingCause;
  register: RegisterId | null;
  asOf: PlainDate | null;
  aupVersion: string | null;
  askedAt: string;
  endedAt: string | null;
};
type Row = Omit<JudgedSupplier, 'changes'> & { change: JudgingChange; rows: number };

async function readSuppliers(tx: Tx, runId: string) {
  const rows = await tx.execute<Row>(sql`
    select c.organisation_id as "organisationId", o.name, o.ods_code as "odsCode", c.change, c.rows
    from (select organisation_id, change, count(*)::int as rows from judging_changes
        where run_id = ${runId} group by 1, 2) c
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
    changes,
    suppliers: sorted.slice(0, SUPPLIERS),
    more: Math.max(0, sorted.length - SUPPLIERS),
  };
}

/** How far a run `r` is for which a condition holds, the latest, and what it found; null where none is. */
export async function readJudgingReport(tx: Tx, which: SQL): Promise<JudgingReport | null> {
  const [found] = await tx.execute<RunRow>(sql`
    select r.id, r.cause, r.state, r.total, r.judged, r.approvals, s.register, v.version as "aupVersion",
      r.approvals_judged as "approvalsJudged", s.as_of::text as "asOf",
      r.asked_at::text as "askedAt", r.ended_at::text as "endedAt"
    from judging_runs r left join register_snapshots s on s.id = r.snapshot_id
      left join aup_versions v on v.id = r.aup_version_id
    where ${which} order by r.asked_at desc, r.id limit 1`);
  if (!found) return null;
  const { cause, register, asOf, aupVersion, askedAt, endedAt, ...run } = found;
  return {
    ...run,
    reason: { cause, register, asOf, aupVersion },
    askedAt: new Date(askedAt),
    endedAt: endedAt === null ? null : new Date(endedAt),
    ...(await readSuppliers(tx, run.id)),
    ...(await readApprovalsReport(tx, run.id)),
  };
}
