import { and, asc, eq, gt, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { asActor } from '@/db/client';
import { people, registerRefusals, registerSnapshots } from '@/db/schema';
import type { PlainDate } from '@/lib/domain/dates';
import { isId } from '@/lib/domain/ids';
import { type Actor, can } from '@/lib/domain/permissions';
import type { RegisterId, SnapshotState } from '@/lib/domain/register';
import type { RowRefusal } from '@/lib/domain/register-file';
import { type JudgingReport, readJudgingReport } from './judging-report';

const PAGE = 50;
export type SnapshotView = {
  id: string;
  register: RegisterId;
  fileName: string;
  size: number;
  sha256: string;
  asOf: PlainDate;
  complete: boolean;
  state: SnapshotState;
  problem: string | null;
  rows: number;
  refused: number;
  statuses: { status: string; rows: number }[];
  uploader: string;
  uploadedAt: Date;
  readAt: Date | null;
  confirmer: string | null;
  confirmedAt: Date | null;
  /** What it changes for approvals and end user organisations; null while it is not in use. */
  judging: JudgingReport | null;
  /** Refused lines, 50 at a time, by line. */
  refusals: { line: number; reason: RowRefusal; text: string }[];
  /** The last line of this page of refusals, where there are more. */
  nextLine: number | null;
};

/** One snapshot with the rows that were refused, from after `line` on; null where there is none. */
export async function getSnapshot(
  actor: Actor,
  id: string,
  line = 0,
): Promise<SnapshotView | null> {
  if (!can(actor, 'register:view') || !isId(id)) return null;
  const confirmers = alias(people, 'confirmers');
  return asActor(actor, async (tx) => {
    const [row] = await tx
      .select({ snapshot: registerSnapshots, uploader: people.name, confirmer: confirmers.name })
      .from(registerSnapshots)
      .innerJoin(people, eq(people.id, registerSnapshots.uploadedBy))
      .leftJoin(confirmers, eq(confirmers.id, registerSnapshots.confirmedBy))
      .where(eq(registerSnapshots.id, id));
    if (!row) return null;
    const found = await tx
      .select({
        line: registerRefusals.line,
        reason: registerRefusals.reason,
        text: registerRefusals.text,
      })
      .from(registerRefusals)
      .where(and(eq(registerRefusals.snapshotId, id), gt(registerRefusals.line, line)))
      .orderBy(asc(registerRefusals.line))
      .limit(PAGE + 1);
    const judging = await readJudgingReport(tx, sql`r.snapshot_id = ${id}`);
    const refusals = found.slice(0, PAGE);
    const { statuses, storageKey: _key, ...snapshot } = row.snapshot;
    return {
      ...snapshot,
      ...{ statuses: statuses ?? [], uploader: row.uploader, confirmer: row.confirmer },
      ...{ refusals, judging },
      nextLine: found.length > PAGE ? (refusals.at(-1)?.line ?? null) : null,
    };
  });
}
