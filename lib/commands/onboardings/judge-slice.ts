import { count, eq } from 'drizzle-orm';
import { z } from 'zod';
import { countLapsed, judgeSlice, lockRun, nextSlice, noteRenamed, readBefore } from '@/db/judging';
import { judgingRuns, onboardings } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import { notFound, ok } from '@/lib/domain/result';

/** Onboardings judged in one transaction: enough to be quick, few enough to hold nobody up. */
const SLICE = 20_000;
/** Whoever saves in every one of these moments judges what they save themselves. */
const MOST_TIMES = 5;

/**
 * Judges the next onboardings of a run (the EUO rules: again with each new snapshot and each day), and
 * notes what changed; `done` once there are no more, when suppliers with lapsed ones hear of it. Where it
 * was broken off, it goes on.
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
    const next = await nextSlice(tx, run.afterId, SLICE);
    const keep = (values: Partial<typeof judgingRuns.$inferInsert>) =>
      tx.update(judgingRuns).set(values).where(eq(judgingRuns.id, run.id));
    if (!next) {
      await keep({ state: 'done', endedAt: now });
      for (const { organisationId, lapsed } of await countLapsed(tx, run.id))
        await record(
          { type: 'onboardings.judged', contents: { runId: run.id, lapsed } },
          { kind: 'organisation', id: organisationId, organisationId },
        );
      return ok({ done: true });
    }
    const { slice, rows } = next;
    for (let n = 0; n < MOST_TIMES; n += 1)
      if ((await judgeSlice(tx, run.id, slice, today)) === 0) break;
    const before = await readBefore(tx, run.snapshotId);
    if (before && run.snapshotId)
      await noteRenamed(tx, run.id, slice, { before, now: run.snapshotId });
    const [all] =
      run.state === 'waiting' ? await tx.select({ rows: count() }).from(onboardings) : [];
    await keep({
      ...{ state: 'running', afterId: slice.last, judged: run.judged + rows },
      ...(all && { total: all.rows }),
    });
    return ok({ done: false });
  },
});
