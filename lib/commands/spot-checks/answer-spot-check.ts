import { and, eq, inArray, isNull, notInArray } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { evidenceFiles, spotCheckSendings, spotChecks } from '@/db/schema';
import { readSampled } from '@/db/spot-check-items';
import { chainOfSpotCheck, lockSpotCheck } from '@/db/spot-checks';
import { defineCommand } from '@/lib/commands/define-command';
import { sampleBlockers } from '@/lib/domain/evidence-blockers';
import { forbidden, invalid, notFound, ok, refused, wrongStatus } from '@/lib/domain/result';
import { standingOf } from '@/lib/domain/spot-check-standing';

/** The files of what was drawn that were checked, but for viruses: from now on staff see them, and nobody removes them. */
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
        notInArray(evidenceFiles.scan, ['infected', 'waiting']),
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
 * supplier's; `wrong_status` once it is finished; `invalid` while a file contains a virus or is being checked; `refused`
 * 'nothing' or 'partly'.
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
    const all = await readSampled(tx, check.id);
    const items = all.filter(({ round }) => round === check.round);
    const kept = sampleBlockers(items);
    if (kept.length > 0) return invalid(...kept);
    const answered = items.filter((item) => standingOf(item, check, null).answered);
    if (answered.length === 0)
      return refused('nothing', 'Add a file or a note for at least one organisation');
    if (answered.length < items.length && input.partly !== 'yes')
      return refused(
        'partly',
        `You have added something for ${answered.length} of ${items.length}. Add to the others, or confirm that this is all you have`,
      );
    const ids = items.map(({ onboardingId }) => onboardingId);
    const files = await declareFiles(tx, check.organisationId, ids);
    await tx.insert(spotCheckSendings).values(
      answered.map(({ id, note, noteRound }) => ({
        ...{ itemId: id, organisationId: check.organisationId, spotCheckId: check.id },
        // Words of an earlier request went with that one.
        ...{ round: check.round, note: noteRound === check.round ? note : '' },
        ...{ sentAt: now, sentBy: actor.personId },
      })),
    );
    await tx
      .update(spotChecks)
      .set({ state: 'answered', answeredAt: now, answeredBy: actor.personId })
      .where(eq(spotChecks.id, check.id));
    const contents = {
      ...{ number: check.number, answered: answered.length, of: items.length, files },
      notes: items.flatMap(({ onboardingId, note, noteRound }) =>
        note && noteRound === check.round ? [{ onboardingId, note }] : [],
      ),
    };
    await record({ type: 'spot_check.answered', contents }, chainOfSpotCheck(check));
    return ok({ id: check.id });
  },
});
