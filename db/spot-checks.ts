import { and, asc, count, eq, sql } from 'drizzle-orm';
import type { OnboardingState } from '@/lib/domain/onboarding';
import type { Verdict } from '@/lib/domain/onboarding-verdict';
import type { FrameLine } from '@/lib/domain/sample';
import { FRAMES, type FrameId } from '@/lib/domain/spot-check';
import type { EventTarget } from './case';
import type { Tx } from './client';
import { onboardings, spotCheckItems, spotCheckMarks, spotChecks } from './schema';

/** Every spot check is the subject of its own chain. */
export const chainOfSpotCheck = (check: { id: string; organisationId: string }): EventTarget => ({
  kind: 'spot_check',
  id: check.id,
  organisationId: check.organisationId,
});

/** Waits, until the transaction ends, for whoever else draws from the same supplier's. */
export const queueForDraw = (tx: Tx, organisationId: string) =>
  tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended('spot-check:' || ${organisationId}, 0))`,
  );

type Frame = { organisationId: string; frame: FrameId; productId: string | null };

type Kept = Frame &
  Pick<
    typeof spotChecks.$inferSelect,
    'number' | 'size' | 'seed' | 'drawnOn' | 'drawnBy' | 'drawnAt' | 'dueOn' | 'message'
  >;

export type DrawnLine = FrameLine & { id: string; state: OnboardingState; verdict: Verdict };
type Drawn = { id: string; frameCount: number; frameSha256: string; drawn: DrawnLine[] };

/**
 * Keeps a spot check with all that it is drawn from as it stands now, and draws, both in one statement:
 * the rules `frameText` and `drawSample` on the database's side, which alone holds the whole frame.
 * Bytes have the order of their hex. Null where there is nothing to draw from.
 */
export async function keepDraw(tx: Tx, kept: Kept): Promise<Drawn | null> {
  const { organisationId, frame, productId, number, size, seed } = kept;
  const states = sql.join(
    FRAMES[frame].states.map((state) => sql`${state}`),
    sql`, `,
  );
  const [row] = await tx.execute<Drawn>(sql`
    with frame as materialized (
      select id, ods_code, product_id, state, verdict from onboardings
      where organisation_id = ${organisationId} and state in (${states})
        and (${productId}::uuid is null or product_id = ${productId}::uuid)),
    listed as materialized (
      select count(*)::integer as count, 'ods_code,product_id' || coalesce(E'\n' || string_agg(
        ods_code || ',' || product_id, E'\n' order by ods_code collate "C", product_id), '') as text
      from frame),
    hashed as (
      select frame.*, sha256(convert_to(${seed} || ':' || ods_code || ':' || product_id, 'UTF8')) as hash
      from frame),
    drawn as (
      select id, ods_code, product_id, state, verdict, row_number() over (
        order by hash, ods_code collate "C", product_id) as place
      from hashed order by hash, ods_code collate "C", product_id limit ${size}),
    made as (
      insert into spot_checks (organisation_id, number, frame, product_id, frame_count, frame_text,
        frame_sha256, size, seed, drawn_on, drawn_at, drawn_by, due_on, message, state)
      select ${organisationId}, ${number}, ${frame}, ${productId}::uuid, count, text,
        encode(sha256(convert_to(text, 'UTF8')), 'hex'), ${size}, ${seed}, ${kept.drawnOn}::date,
        ${kept.drawnAt.toISOString()}::timestamptz, ${kept.drawnBy}::uuid, ${kept.dueOn}::date, ${kept.message}, 'open'
      from listed where count > 0
      returning id, frame_count, frame_sha256)
    select id, frame_count as "frameCount", frame_sha256 as "frameSha256",
      (select json_agg(json_build_object('id', d.id, 'odsCode', d.ods_code, 'productId', d.product_id,
        'state', d.state, 'verdict', d.verdict) order by d.place) from drawn d) as drawn
    from made`);
  return row ?? null;
}

/** What a spot check's row holds that both sides may read. */
const shared = {
  id: spotChecks.id,
  organisationId: spotChecks.organisationId,
  number: spotChecks.number,
  dueOn: spotChecks.dueOn,
  state: spotChecks.state,
  round: spotChecks.round,
  roundAt: spotChecks.roundAt,
  cancelReason: spotChecks.cancelReason,
};

/** A spot check, locked until the transaction ends; null when missing or invisible. */
export async function lockSpotCheck(tx: Tx, id: string) {
  const [row] = await tx.select(shared).from(spotChecks).where(eq(spotChecks.id, id)).for('update');
  return row ?? null;
}

/** One of what was drawn in a spot check, with the organisation that it is; null when it has no such. */
export async function findItem(tx: Tx, spotCheckId: string, itemId: string) {
  const [row] = await tx
    .select({
      id: spotCheckItems.id,
      onboardingId: spotCheckItems.onboardingId,
      note: spotCheckItems.note,
      noteBy: spotCheckItems.noteBy,
      noteAt: spotCheckItems.noteAt,
      version: spotCheckItems.version,
      round: spotCheckItems.round,
      noteRound: spotCheckItems.noteRound,
      odsCode: onboardings.odsCode,
      name: onboardings.name,
    })
    .from(spotCheckItems)
    .innerJoin(onboardings, eq(onboardings.id, spotCheckItems.onboardingId))
    .where(and(eq(spotCheckItems.spotCheckId, spotCheckId), eq(spotCheckItems.id, itemId)));
  return row ?? null;
}

/** What was found so far in a spot check, by what it is of; for staff. */
export async function readMarks(tx: Tx, spotCheckId: string) {
  const rows = await tx
    .select()
    .from(spotCheckMarks)
    .where(eq(spotCheckMarks.spotCheckId, spotCheckId));
  return new Map(rows.map((mark) => [mark.itemId, { ...mark, at: mark.markedAt }]));
}

/** The spot checks that wait for their supplier, the first due first. */
export const readOpenSpotChecks = (tx: Tx, organisationId: string) =>
  tx
    .select({
      id: spotChecks.id,
      number: spotChecks.number,
      dueOn: spotChecks.dueOn,
      count: count(spotCheckItems.id),
    })
    .from(spotChecks)
    .innerJoin(
      spotCheckItems,
      and(
        eq(spotCheckItems.spotCheckId, spotChecks.id),
        eq(spotCheckItems.round, spotChecks.round),
      ),
    )
    .where(and(eq(spotChecks.organisationId, organisationId), eq(spotChecks.state, 'open')))
    .groupBy(spotChecks.id, spotChecks.number, spotChecks.dueOn)
    .orderBy(asc(spotChecks.dueOn), asc(spotChecks.number));
export type OpenSpotCheck = Awaited<ReturnType<typeof readOpenSpotChecks>>[number];
