import { and, desc, eq, lt, or, sql } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { aupVersions, judgingRuns, registerSnapshots } from '@/db/schema';
import type { JudgedSoFar, JudgingFound, JudgingReason } from '@/lib/domain/judging';
import { type Actor, can } from '@/lib/domain/permissions';
import { readCursor, writeCursor } from '@/lib/queries/apply/cursor';

const PAGE = 25;

export type ListedRun = JudgedSoFar & {
  id: string;
  reason: JudgingReason;
  askedAt: Date;
  endedAt: Date | null;
  /** Null until it ended. */
  found: JudgingFound | null;
};
export type RunPage = { rows: ListedRun[]; next: string | null };

/** A day on which nothing changed. */
const QUIET = sql`(${judgingRuns.cause} = 'clock' and ${judgingRuns.state} = 'done'
  and ${judgingRuns.found} = '{"approvals": {}, "onboardings": {}}'::jsonb)`;

/**
 * The judgings of every approval and onboarding, the latest asked for first, 25 at a time, without the
 * days on which nothing changed unless they are asked for; `after` is the `next` of the page before.
 * Null without the permission.
 */
export async function listJudgingRuns(
  actor: Actor,
  { after, quiet = false }: { after?: string; quiet?: boolean } = {},
): Promise<RunPage | null> {
  if (!can(actor, 'register:view')) return null;
  const cursor = readCursor(after);
  const { askedAt, id } = judgingRuns;
  const found = await asActor(actor, (tx) =>
    tx
      .select({
        run: judgingRuns,
        register: registerSnapshots.register,
        asOf: registerSnapshots.asOf,
        aupVersion: aupVersions.version,
      })
      .from(judgingRuns)
      .leftJoin(registerSnapshots, eq(registerSnapshots.id, judgingRuns.snapshotId))
      .leftJoin(aupVersions, eq(aupVersions.id, judgingRuns.aupVersionId))
      .where(
        and(
          quiet ? undefined : sql`not coalesce(${QUIET}, false)`,
          cursor
            ? or(lt(askedAt, cursor.at), and(eq(askedAt, cursor.at), lt(id, cursor.id)))
            : undefined,
        ),
      )
      .orderBy(desc(askedAt), desc(id))
      .limit(PAGE + 1),
  );
  const rows = found.slice(0, PAGE).map(({ run, ...because }) => ({
    ...{ id: run.id, state: run.state, total: run.total, judged: run.judged, found: run.found },
    ...{ approvals: run.approvals, approvalsJudged: run.approvalsJudged },
    ...{ askedAt: run.askedAt, endedAt: run.endedAt },
    reason: { cause: run.cause, ...because },
  }));
  const last = rows.at(-1);
  return {
    rows,
    next: found.length > PAGE && last ? writeCursor({ at: last.askedAt, id: last.id }) : null,
  };
}
