import { count, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { EventTarget } from '@/db/case';
import { countApprovals, type JudgedApproval, judgeApprovals } from '@/db/judge-approvals';
import {
  countFound,
  countWorse,
  judgeSlice,
  lockRun,
  nextSlice,
  noteRenamed,
  readBefore,
} from '@/db/judging';
import { readLatestSnapshot } from '@/db/registers';
import { judgingRuns, onboardings } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import { isWorse } from '@/lib/domain/approval-change';
import type { NewEvent } from '@/lib/domain/events';
import { notFound, ok } from '@/lib/domain/result';

/** Onboardings judged in one transaction: enough to be quick, few enough to hold nobody up. */
const ONBOARDINGS_AT_ONCE = 20_000;
/** Approvals judged in one transaction: fewer, since each is read with its whole declaration. */
const APPROVALS_AT_ONCE = 200;
/**
 * How often a slice is judged while somebody saves rows of it meanwhile. What is still missed then was
 * judged by the command that saved it.
 */
const ATTEMPTS_AT_A_SLICE = 5;

/** What a supplier must hear of, in the history of the case that earned the approval. */
function worsened(runId: string, judged: readonly JudgedApproval[]): [NewEvent, EventTarget][] {
  return judged.flatMap(({ applicationId: id, organisationId, found }) => {
    const worse = found.filter(({ change }) => isWorse(change));
    if (worse.length === 0) return [];
    const event: NewEvent = { type: 'approval.judged', contents: { runId, found: worse } };
    return [[event, { kind: 'application', id, organisationId }]];
  });
}

/**
 * Judges the next approvals or onboardings of a run (the EUO rules: again with each new snapshot and
 * each day), and notes what changed; `done` once there are no more, when suppliers
 * hear of those that lapsed or are no longer ready. Where it was broken off, it goes on.
 * Problem: `not_found`.
 */
export const judgeNextSlice = defineCommand({
  name: 'onboardings.judge',
  permission: 'onboarding:judge',
  input: z.object({ runId: z.uuid() }),
  run: async ({ tx, input, now, today, record }) => {
    const run = await lockRun(tx, input.runId);
    if (!run) return notFound();
    if (run.state === 'done') return ok({ done: true });
    const keep = (values: Partial<typeof judgingRuns.$inferInsert>) =>
      tx.update(judgingRuns).set(values).where(eq(judgingRuns.id, run.id));
    if (run.state === 'waiting') {
      const [all] = await tx.select({ rows: count() }).from(onboardings);
      const totals = { total: all?.rows ?? 0, approvals: await countApprovals(tx) };
      await keep({ state: 'running', ...totals });
    }
    const approvals = await judgeApprovals(tx, run, today, APPROVALS_AT_ONCE);
    if (approvals) {
      const { judged, last } = approvals;
      for (const [event, target] of worsened(run.id, judged)) await record(event, target);
      const approvalsJudged = run.approvalsJudged + judged.length;
      await keep({ afterApprovalId: last, approvalsJudged });
      return ok({ done: false });
    }
    const next = await nextSlice(tx, run.afterId, ONBOARDINGS_AT_ONCE);
    if (!next) {
      await keep({ state: 'done', endedAt: now, found: await countFound(tx, run.id) });
      for (const { organisationId, ...worse } of await countWorse(tx, run.id))
        await record(
          { type: 'onboardings.judged', contents: { runId: run.id, ...worse } },
          { kind: 'organisation', id: organisationId, organisationId },
        );
      return ok({ done: true });
    }
    const { slice, rows } = next;
    for (let n = 0; n < ATTEMPTS_AT_A_SLICE; n += 1)
      if ((await judgeSlice(tx, run.id, slice, today)) === 0) break;
    // A register of an earlier day proves what was true then; names are those of the one in use.
    const inUse = await readLatestSnapshot(tx, 'dspt');
    const before = inUse?.id === run.snapshotId ? await readBefore(tx, run.snapshotId) : null;
    if (before && inUse) await noteRenamed(tx, run.id, slice, { before: before.id, now: inUse.id });
    await keep({ afterId: slice.last, judged: run.judged + rows });
    return ok({ done: false });
  },
});
