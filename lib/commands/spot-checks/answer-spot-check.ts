import { and, eq, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { evidenceFiles, spotCheckItems, spotChecks } from '@/db/schema';
import { chainOfSpotCheck, lockSpotCheck } from '@/db/spot-checks';
import { defineCommand } from '@/lib/commands/define-command';
import { forbidden, notFound, ok, refused, wrongStatus } from '@/lib/domain/result';

/** The files of what was drawn: from now on staff see them, and nobody removes them. */
async function declareFiles(tx: Tx, organisationId: string, onboardingIds: readonly string[]) {
  return tx
    .update(evidenceFiles)
    .set({ declared: true })
    .where(
      and(
        eq(evidenceFiles.organisationId, organisationId),
        eq(evidenceFiles.subjectKind, 'euo'),
        inArray(evidenceFiles.subjectId, [...onboardingIds]),
        isNull(evidenceFiles.removedAt),
      ),
    )
    .returning({
      fileId: evidenceFiles.id,
      onboardingId: evidenceFiles.subjectId,
      name: evidenceFiles.name,
      sha256: evidenceFiles.sha256,
    });
}

/**
 * Sends a sample's evidence to the assessor, with what was said of each; what staff may see of it is
 * kept as it is sent. Where something was said and attached of some only, `partly` says that this is
 * meant. A second press changes nothing. Problems: `forbidden`; `not_found`, also another
 * supplier's; `wrong_status` once it is finished; `refused` 'nothing' or 'partly'.
 */
export const answerSpotCheck = defineCommand({
  name: 'spot-check.answer',
  permission: 'spot-check:answer',
  input: z.object({ spotCheckId: z.uuid(), partly: z.literal(['', 'yes']).default('') }),
  run: async ({ tx, actor, input, now, record }) => {
    if (actor.kind !== 'person') return forbidden();
    const check = await lockSpotCheck(tx, input.spotCheckId);
    if (!check) return notFound();
    if (check.state === 'answered') return ok({ id: check.id });
    if (check.state !== 'open') return wrongStatus();
    const items = await tx
      .select({ id: spotCheckItems.onboardingId, note: spotCheckItems.note })
      .from(spotCheckItems)
      .where(eq(spotCheckItems.spotCheckId, check.id));
    const files = await declareFiles(
      tx,
      check.organisationId,
      items.map(({ id }) => id),
    );
    const answered = items.filter(
      ({ id, note }) => note !== '' || files.some(({ onboardingId }) => onboardingId === id),
    );
    if (answered.length === 0)
      return refused('nothing', 'Add a file or a note for at least one organisation');
    if (answered.length < items.length && input.partly !== 'yes')
      return refused(
        'partly',
        `You have added something for ${answered.length} of ${items.length}. Add to the others, or confirm that this is all you have`,
      );
    await tx
      .update(spotChecks)
      .set({ state: 'answered', answeredAt: now, answeredBy: actor.personId })
      .where(eq(spotChecks.id, check.id));
    const contents = {
      ...{ number: check.number, answered: answered.length, of: items.length, files },
      notes: items.flatMap(({ id, note }) => (note ? [{ onboardingId: id, note }] : [])),
    };
    await record({ type: 'spot_check.answered', contents }, chainOfSpotCheck(check));
    return ok({ id: check.id });
  },
});
