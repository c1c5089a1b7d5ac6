import { count, eq, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import type { JudgingCause, JudgingFound } from '@/lib/domain/judging';
import type { LedgerMessageFacts } from '@/lib/domain/message-content';
import type { Tx } from './client';
import { enqueue } from './job-queue';
import { judgingParts } from './onboardings';
import { readSnapshotBefore } from './registers';
import { approvalChanges, judgingChanges, judgingRuns, registerSnapshots } from './schema';

export type Run = typeof judgingRuns.$inferSelect;

/**
 * Has every live approval and onboarding judged again by a job, as part of the transaction that gives cause to it. Answers
 * the run's id.
 */
export async function startJudging(
  tx: Tx,
  { at, ...because }: { cause: JudgingCause; snapshotId?: string; aupVersionId?: string; at: Date },
): Promise<string> {
  const [run] = await tx
    .insert(judgingRuns)
    .values({ ...because, state: 'waiting', askedAt: at })
    .returning({ id: judgingRuns.id });
  if (!run) throw new Error('the run was not kept');
  await enqueue(tx, 'judge-onboardings', { runId: run.id });
  return run.id;
}

/** A run, locked; one run at a time goes on, since two would wait for each other's rows. */
export async function lockRun(tx: Tx, id: string): Promise<Run | null> {
  // Somebody who saves meanwhile goes first: this gives way, and is tried again.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('judging', 0)),
    set_config('lock_timeout', '250ms', true), set_config('work_mem', '64MB', true)`);
  const [row] = await tx.select().from(judgingRuns).where(eq(judgingRuns.id, id)).for('update');
  return row ?? null;
}

/** The snapshot before the one that brought a run, where that is one of the DSPT register. */
export async function readBefore(tx: Tx, snapshotId: string | null) {
  if (!snapshotId) return null;
  const [snapshot] = await tx
    .select()
    .from(registerSnapshots)
    .where(eq(registerSnapshots.id, snapshotId));
  if (snapshot?.register !== 'dspt') return null;
  return readSnapshotBefore(tx, snapshot);
}

export type Slice = { after: string | null; last: string };

/** The end of the next so many onboardings after one, and how many they are; null behind the last. */
export async function nextSlice(tx: Tx, after: string | null, size: number) {
  const [row] = await tx.execute<{ last: string | null; rows: number }>(sql`
    select (array_agg(id order by id desc))[1]::text as last, count(*)::int as rows
    from (select id from onboardings where ${after}::uuid is null or id > ${after}::uuid
      order by id limit ${size}) o`);
  return row?.last ? { slice: { after, last: row.last }, rows: row.rows } : null;
}

const within = ({ after, last }: Slice) =>
  sql`(${after}::uuid is null or o.id > ${after}::uuid) and o.id <= ${last}::uuid`;

/**
 * Judges a slice, and notes what is otherwise than before. Answers how many somebody else saved
 * meanwhile: they are to be judged once more, by what is known now.
 */
export async function judgeSlice(
  tx: Tx,
  runId: string,
  slice: Slice,
  today: PlainDate,
): Promise<number> {
  const [row] = await tx.execute<{ missed: number }>(sql`
    with ${judgingParts(within(slice), today)},
    noted as (
      insert into judging_changes (run_id, organisation_id, onboarding_id, change, before, after)
      select ${runId}::uuid, organisation_id, id, case after when 'lapsed' then 'lapsed' when 'ready' then 'passing'
          else case before when 'ready' then 'failing' else 'otherwise' end end, before, after
        from changed where after <> before
      union all
      select ${runId}::uuid, organisation_id, id, 'vanished', before, after from changed where vanished
      on conflict do nothing)
    select ((select count(*) from wanted) - (select count(*) from changed))::int as missed`);
  return row?.missed ?? 0;
}

const plainName = (name: 'is' | 'was') =>
  sql`regexp_replace(lower(${sql.identifier(name)}.name), '[^a-z0-9]+', '', 'g')`;

/** Notes which of a slice another name stands for in the register than before. */
export const noteRenamed = (
  tx: Tx,
  runId: string,
  slice: Slice,
  { before, now }: { before: string; now: string },
) =>
  tx.execute(sql`
    insert into judging_changes (run_id, organisation_id, onboarding_id, change, before, after)
    select ${runId}::uuid, o.organisation_id, o.id, 'renamed', was.name, "is".name
    from onboardings o
      join register_rows was on was.snapshot_id = ${before} and was.code = coalesce(o.dspt_code, o.ods_code)
      join register_rows "is" on "is".snapshot_id = ${now} and "is".code = was.code
    where ${within(slice)} and o.state in ('planned', 'live', 'suspended')
      and ${plainName('was')} <> ${plainName('is')}
    on conflict do nothing`);

export type WorseOnboardings = LedgerMessageFacts & { organisationId: string };

/** How many a run found lapsed or no longer ready, by supplier. */
export const countWorse = (tx: Tx, runId: string): Promise<WorseOnboardings[]> =>
  tx.execute<WorseOnboardings>(sql`
    select c.organisation_id as "organisationId",
      count(*) filter (where c.change = 'lapsed')::int as lapsed,
      count(*) filter (where c.change = 'failing' and c.after = 'not_ready')::int as "notReady",
      count(*) filter (where c.change = 'failing' and c.after = 'not_proven')::int as "notProven",
      count(*) filter (where o.state = 'planned')::int as planned
    from judging_changes c
      join onboardings o on o.organisation_id = c.organisation_id and o.id = c.onboarding_id
    where c.run_id = ${runId} and c.change in ('lapsed', 'failing') group by 1`);

/** How many a run found changed, and how. */
export async function countFound(tx: Tx, runId: string): Promise<JudgingFound> {
  const { change: ofOnboarding } = judgingChanges;
  const found = await tx
    .select({ change: ofOnboarding, rows: count() })
    .from(judgingChanges)
    .where(eq(judgingChanges.runId, runId))
    .groupBy(ofOnboarding);
  const { change: ofApproval } = approvalChanges;
  const moved = await tx
    .select({ change: ofApproval, rows: count() })
    .from(approvalChanges)
    .where(eq(approvalChanges.runId, runId))
    .groupBy(ofApproval);
  return {
    onboardings: Object.fromEntries(found.map(({ change, rows }) => [change, rows])),
    approvals: Object.fromEntries(moved.map(({ change, rows }) => [change, rows])),
  };
}
