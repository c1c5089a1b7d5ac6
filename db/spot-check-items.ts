import { asc, eq } from 'drizzle-orm';
import type { EvidenceFile } from '@/lib/domain/evidence-file';
import type { Tx } from './client';
import { readEuoEvidence } from './evidence';
import { onboardings, products, spotCheckItems } from './schema';

/** What was drawn in a spot check as both sides read it, in the order of the draw, with its files. */
export async function readSampled(tx: Tx, spotCheckId: string) {
  const rows = await tx
    .select({
      id: spotCheckItems.id,
      onboardingId: spotCheckItems.onboardingId,
      odsCode: onboardings.odsCode,
      name: onboardings.name,
      product: products.name,
      stateThen: spotCheckItems.stateThen,
      verdictThen: spotCheckItems.verdictThen,
      state: onboardings.state,
      verdict: onboardings.verdict,
      reasons: onboardings.reasons,
      flags: onboardings.flags,
      goLiveOn: onboardings.goLiveOn,
      note: spotCheckItems.note,
      round: spotCheckItems.round,
      noteRound: spotCheckItems.noteRound,
      version: spotCheckItems.version,
    })
    .from(spotCheckItems)
    .innerJoin(onboardings, eq(onboardings.id, spotCheckItems.onboardingId))
    .innerJoin(products, eq(products.id, onboardings.productId))
    .where(eq(spotCheckItems.spotCheckId, spotCheckId))
    .orderBy(asc(spotCheckItems.position));
  const files = await readEuoEvidence(
    tx,
    rows.map(({ onboardingId }) => onboardingId),
  );
  return rows.map((row) => ({
    ...row,
    files: files.get(row.onboardingId) ?? ([] as EvidenceFile[]),
  }));
}
export type Sampled = Awaited<ReturnType<typeof readSampled>>[number];
