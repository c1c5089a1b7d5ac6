import { and, asc, count, eq, inArray, type SQL, sql } from 'drizzle-orm';
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

const inFrame = ({ organisationId, frame, productId }: Frame): SQL | undefined =>
  and(
    eq(onboardings.organisationId, organisationId),
    inArray(onboardings.state, [...FRAMES[frame].states]),
    productId === null ? undefined : eq(onboardings.productId, productId),
  );

/** All that a sample is drawn from, as it stands now. */
export const readFrame = (tx: Tx, given: Frame): Promise<FrameLine[]> =>
  tx
    .select({ odsCode: onboardings.odsCode, productId: onboardings.productId })
    .from(onboardings)
    .where(inFrame(given));

/** The rows of what was drawn, in the order of the draw. */
export async function readDrawn(tx: Tx, organisationId: string, drawn: readonly FrameLine[]) {
  const rows = await tx
    .select({
      id: onboardings.id,
      odsCode: onboardings.odsCode,
      productId: onboardings.productId,
      state: onboardings.state,
      verdict: onboardings.verdict,
    })
    .from(onboardings)
    .where(
      and(
        eq(onboardings.organisationId, organisationId),
        inArray(
          onboardings.odsCode,
          drawn.map(({ odsCode }) => odsCode),
        ),
      ),
    );
  const keyOf = ({ odsCode, productId }: FrameLine) => `${odsCode},${productId}`;
  const found = new Map(rows.map((row) => [keyOf(row), row]));
  return drawn.map((line) => {
    const row = found.get(keyOf(line));
    if (!row) throw new Error('what was drawn is not there');
    return row;
  });
}

/** What a spot check's row holds that both sides may read. */
const shared = {
  id: spotChecks.id,
  organisationId: spotChecks.organisationId,
  number: spotChecks.number,
  dueOn: spotChecks.dueOn,
  state: spotChecks.state,
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
      odsCode: onboardings.odsCode,
      name: onboardings.name,
    })
    .from(spotCheckItems)
    .innerJoin(onboardings, eq(onboardings.id, spotCheckItems.onboardingId))
    .where(and(eq(spotCheckItems.spotCheckId, spotCheckId), eq(spotCheckItems.id, itemId)));
  return row ?? null;
}

/** What was found so far in a spot check, for staff: how many were drawn, and each mark. */
export async function readMarks(tx: Tx, spotCheckId: string) {
  const rows = await tx
    .select({
      itemId: spotCheckItems.id,
      satisfactory: spotCheckMarks.satisfactory,
      version: spotCheckMarks.version,
    })
    .from(spotCheckItems)
    .leftJoin(spotCheckMarks, eq(spotCheckMarks.itemId, spotCheckItems.id))
    .where(eq(spotCheckItems.spotCheckId, spotCheckId));
  return rows;
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
    .innerJoin(spotCheckItems, eq(spotCheckItems.spotCheckId, spotChecks.id))
    .where(and(eq(spotChecks.organisationId, organisationId), eq(spotChecks.state, 'open')))
    .groupBy(spotChecks.id, spotChecks.number, spotChecks.dueOn)
    .orderBy(asc(spotChecks.dueOn), asc(spotChecks.number));
export type OpenSpotCheck = Awaited<ReturnType<typeof readOpenSpotChecks>>[number];
