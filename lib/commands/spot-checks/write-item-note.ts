import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { readNames } from '@/db/people-names';
import { spotCheckItems } from '@/db/schema';
import { findItem, lockSpotCheck } from '@/db/spot-checks';
import { defineCommand } from '@/lib/commands/define-command';
import { fail, forbidden, notFound, ok, wrongStatus } from '@/lib/domain/result';
import { optionalTextSchema } from '@/lib/domain/text-schema';

/**
 * Saves the supplier's words on one of a sample, until it is sent to the assessor; like a draft it
 * writes no event. Problems: `not_found` (also another supplier's), `wrong_status` once it was sent,
 * `invalid` ('note'), `conflict` when other words were saved meanwhile, with who saved them.
 */
export const writeItemNote = defineCommand({
  name: 'spot-check.write-note',
  permission: 'spot-check:answer',
  input: z.object({
    spotCheckId: z.uuid(),
    itemId: z.uuid(),
    note: optionalTextSchema({ what: 'Note', max: 2000 }).default(''),
    version: z.coerce.number().int().min(1),
  }),
  run: async ({ tx, actor, input, now }) => {
    if (actor.kind !== 'person') return forbidden();
    const { spotCheckId, itemId, version } = input;
    const note = input.note.trim();
    const check = await lockSpotCheck(tx, spotCheckId);
    const item = check && (await findItem(tx, spotCheckId, itemId));
    if (!item) return notFound();
    if (check.state !== 'open' || item.round !== check.round) return wrongStatus();
    // The same words again answer a later request too.
    if (item.note === note && item.noteRound === check.round) return ok({ itemId });
    if (item.note !== note && item.version !== version) {
      const names = await readNames(tx, [item.noteBy]);
      const changedBy = item.noteBy && (names.get(item.noteBy) ?? null);
      const fields = { note: item.note };
      const conflict = { version: item.version, fields, changedBy, changedAt: item.noteAt };
      return fail({ kind: 'conflict', conflict });
    }
    await tx
      .update(spotCheckItems)
      .set({
        note,
        noteBy: actor.personId,
        noteAt: now,
        noteRound: check.round,
        version: sql`${spotCheckItems.version} + 1`,
      })
      .where(and(eq(spotCheckItems.id, itemId), eq(spotCheckItems.version, item.version)));
    return ok({ itemId });
  },
});
