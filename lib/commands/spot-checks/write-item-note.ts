import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { spotCheckItems } from '@/db/schema';
import { findItem, lockSpotCheck } from '@/db/spot-checks';
import { defineCommand } from '@/lib/commands/define-command';
import { fail, notFound, ok, wrongStatus } from '@/lib/domain/result';
import { optionalTextSchema } from '@/lib/domain/text-schema';

/**
 * Saves the supplier's words on one of a sample, until it is sent to the assessor; like a draft it
 * writes no event. Problems: `not_found` (also another supplier's), `wrong_status` once it was sent,
 * `invalid` ('note'), `conflict` when a colleague saved other words meanwhile.
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
  run: async ({ tx, input }) => {
    const { spotCheckId, itemId, version } = input;
    const note = input.note.trim();
    const check = await lockSpotCheck(tx, spotCheckId);
    const item = check && (await findItem(tx, spotCheckId, itemId));
    if (!item) return notFound();
    if (check.state !== 'open') return wrongStatus();
    if (item.note === note) return ok({ itemId });
    if (item.version !== version) {
      const conflict = { fields: { note: item.note }, changedBy: null, changedAt: null };
      return fail({ kind: 'conflict', conflict: { version: item.version, ...conflict } });
    }
    await tx
      .update(spotCheckItems)
      .set({ note, version: sql`${spotCheckItems.version} + 1` })
      .where(and(eq(spotCheckItems.id, itemId), eq(spotCheckItems.version, version)));
    return ok({ itemId });
  },
});
