import { count, eq, inArray, sql } from 'drizzle-orm';
import {
  type ApprovalStanding,
  approvalStanding,
  compareStandings,
  type FoundChange,
} from '@/lib/domain/approval-change';
import type { PlainDate } from '@/lib/domain/dates';
import { type ReadApproval, readApprovalFacts } from './approvals';
import { holdApprovals, keepAssurances } from './assurances';
import type { Tx } from './client';
import { type Run, readBefore } from './judging';
import { readAnswers } from './register-answers';
import { readLatestSnapshot } from './registers';
import { approvalChanges, approvals, judgedApprovals } from './schema';

export type JudgedApproval = Pick<ReadApproval, 'applicationId' | 'organisationId'> & {
  found: FoundChange[];
};

/** How many approvals are in force: those that are judged. */
export async function countApprovals(tx: Tx): Promise<number> {
  const inForce = eq(approvals.status, 'in_force');
  const [row] = await tx.select({ rows: count() }).from(approvals).where(inForce);
  return row?.rows ?? 0;
}

async function readStandings(tx: Tx, ids: readonly string[]) {
  const kept = await tx
    .select({ id: judgedApprovals.approvalId, standing: judgedApprovals.standing })
    .from(judgedApprovals)
    .where(inArray(judgedApprovals.approvalId, [...ids]));
  return new Map(kept.map(({ id, standing }) => [id, standing]));
}

const byRun =
  (runId: string, { approvalId, organisationId }: ReadApproval) =>
  (one: FoundChange) => ({ runId, approvalId, organisationId, ...one });

/**
 * Judges the next approvals in force of a run: each by the register in use, held against how it stood
 * when it was judged before. One that never was is held against the register before the run's own,
 * where there is one. Answers what changed, the last one and how many; null behind the last.
 */
export async function judgeApprovals(
  tx: Tx,
  run: Run,
  today: PlainDate,
  size: number,
): Promise<{ judged: JudgedApproval[]; last: string } | null> {
  const ids = await holdApprovals(tx, run.afterApprovalId, size);
  const next = await readApprovalFacts(tx, inArray(approvals.id, ids), size);
  const last = next.at(-1)?.approvalId;
  if (!last) return null;
  const codes = next.map(({ code }) => code);
  const earlier = await readBefore(tx, run.snapshotId);
  const before = await readAnswers(tx, earlier, codes);
  const now = await readAnswers(tx, await readLatestSnapshot(tx, 'dspt'), codes);
  const kept = await readStandings(
    tx,
    next.map(({ approvalId }) => approvalId),
  );
  const stood = (facts: ReadApproval): ApprovalStanding | null =>
    kept.get(facts.approvalId) ??
    (earlier && approvalStanding(facts, before(facts.code), earlier.asOf));
  const standings = next.map((facts) => {
    const was = stood(facts);
    const standing = approvalStanding(facts, now(facts.code), today);
    return { facts, standing, found: was ? compareStandings(was, standing) : [] };
  });
  await tx
    .insert(judgedApprovals)
    .values(
      standings.map(({ facts: { approvalId, organisationId }, standing }) => ({
        ...{ approvalId, organisationId, standing },
      })),
    )
    .onConflictDoUpdate({
      target: judgedApprovals.approvalId,
      set: { standing: sql`excluded.standing` },
    });
  await keepAssurances(
    tx,
    standings.map(({ facts, standing }) => ({ ...facts, assured: standing.assured })),
  );
  const changes = standings.flatMap(({ facts, found }) => found.map(byRun(run.id, facts)));
  if (changes.length > 0) await tx.insert(approvalChanges).values(changes).onConflictDoNothing();
  const judged = standings.map(({ facts: { applicationId, organisationId }, found }) => ({
    ...{ applicationId, organisationId, found },
  }));
  return { judged, last };
}
