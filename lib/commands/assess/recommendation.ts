import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { recommendations } from '@/db/schema';
import type { CaseContext } from '@/lib/commands/define-command';
import type { RecommendationStatus } from '@/lib/domain/decision';

export type StoredRecommendation = typeof recommendations.$inferSelect;

/** The recommendation that waits for a second person, if there is one. */
export async function readOpenRecommendation(
  tx: Tx,
  applicationId: string,
): Promise<StoredRecommendation | null> {
  const [row] = await tx
    .select()
    .from(recommendations)
    .where(
      and(eq(recommendations.applicationId, applicationId), eq(recommendations.status, 'open')),
    );
  return row ?? null;
}

/** Closes an open recommendation: recalled, sent back with a note, or confirmed. */
export async function settleRecommendation(
  { tx, actor, now }: Pick<CaseContext<unknown>, 'tx' | 'actor' | 'now'>,
  recommendation: StoredRecommendation,
  status: Exclude<RecommendationStatus, 'open'>,
  note: string | null = null,
): Promise<void> {
  const settledBy = actor.kind === 'person' ? actor.personId : null;
  await tx
    .update(recommendations)
    .set({ status, settledBy, settledAt: now, settledNote: note })
    .where(eq(recommendations.id, recommendation.id));
}
