import { asc, eq } from 'drizzle-orm';
import type { EvidenceFile } from '@/lib/domain/evidence-file';
import type { Sending } from '@/lib/domain/spot-check-standing';
import type { Tx } from './client';
import { readEuoEvidence } from './evidence';
import { onboardings, products, spotCheckItems, spotCheckSendings } from './schema';

/** All that was sent in a spot check, by what it is of, the oldest first. */
export async function readSendings(tx: Tx, spotCheckId: string): Promise<Map<string, Sending[]>> {
  const rows = await tx
    .select({
      itemId: spotCheckSendings.itemId,
      round: spotCheckSendings.round,
      note: spotCheckSendings.note,
      at: spotCheckSendings.sentAt,
    })
    .from(spotCheckSendings)
    .where(eq(spotCheckSendings.spotCheckId, spotCheckId))
    .orderBy(asc(spotCheckSendings.round));
  const sent = new Map<string, Sending[]>();
  for (const { itemId, ...sending } of rows)
    sent.set(itemId, [...(sent.get(itemId) ?? []), sending]);
  return sent;
}

/** What was drawn in a spot check as both sides read it, in the order of the draw, with its files and what was sent. */
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
  const sent = await readSendings(tx, spotCheckId);
  return rows.map((row) => ({
    ...row,
    sent: sent.get(row.id) ?? [],
    files: files.get(row.onboardingId) ?? ([] as EvidenceFile[]),
  }));
}
export type Sampled = Awaited<ReturnType<typeof readSampled>>[number];
