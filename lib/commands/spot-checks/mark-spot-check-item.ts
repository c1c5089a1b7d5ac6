import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { people, spotCheckMarks } from '@/db/schema';
import { readSendings } from '@/db/spot-check-items';
import { chainOfSpotCheck, findItem, lockSpotCheck } from '@/db/spot-checks';
import { defineCommand } from '@/lib/commands/define-command';
import { fail, forbidden, invalid, notFound, ok, wrongStatus } from '@/lib/domain/result';
import { mayMark } from '@/lib/domain/spot-check';
import { isMarked } from '@/lib/domain/spot-check-standing';
import { optionalTextSchema } from '@/lib/domain/text-schema';
import { interestProblem } from './interest';

const inputSchema = z.object({
  spotCheckId: z.uuid(),
  itemId: z.uuid(),
  satisfactory: z.enum(['yes', 'no'], {
    error: 'Select whether the evidence is satisfactory',
  }),
  /** Words to the supplier, who reads them once the check is finished. */
  reason: optionalTextSchema({ what: 'Reason', max: 2000 }).default(''),
  staffNote: optionalTextSchema({ what: 'Note for staff', max: 2000 }).default(''),
  /** Of the mark that was on the page; 0 where there was none. */
  version: z.coerce.number().int().min(0),
});

/**
 * Marks the evidence of one of a sample as satisfactory or not; it may be marked again until the
 * check is finished. Problems: `forbidden`; `not_found`; `wrong_status` while the supplier still has
 * time to answer, and once the check is finished; `invalid` ('reason', which must be given where it
 * is not satisfactory); `conflict` when a colleague marked it meanwhile; `refused`
 * 'conflict_of_interest'.
 */
export const markSpotCheckItem = defineCommand({
  name: 'spot-check.mark',
  permission: 'spot-check:run',
  input: inputSchema,
  run: async ({ tx, actor, input, now, today, record }) => {
    if (actor.kind !== 'person') return forbidden();
    const { spotCheckId, itemId, version } = input;
    const check = await lockSpotCheck(tx, spotCheckId);
    const item = check && (await findItem(tx, spotCheckId, itemId));
    if (!check || !item) return notFound();
    const interest = await interestProblem(tx, actor, check.organisationId);
    if (interest) return interest;
    if (!mayMark(check, today)) return wrongStatus();
    const satisfactory = input.satisfactory === 'yes';
    const [reason, staffNote] = [input.reason.trim(), input.staffNote.trim()];
    if (!satisfactory && reason === '')
      return invalid({ field: 'reason', message: 'Enter why the evidence is not satisfactory' });
    const [there] = await tx
      .select({ mark: spotCheckMarks, by: people.name })
      .from(spotCheckMarks)
      .innerJoin(people, eq(people.id, spotCheckMarks.markedBy))
      .where(eq(spotCheckMarks.itemId, itemId));
    const before = there?.mark;
    const after = { satisfactory, reason, staffNote };
    const sent = (await readSendings(tx, spotCheckId)).get(itemId) ?? [];
    const isSame =
      before &&
      isMarked({ ...item, sent }, { ...before, at: before.markedAt }) &&
      before.satisfactory === satisfactory &&
      before.reason === reason &&
      before.staffNote === staffNote;
    if (isSame) return ok({ itemId });
    if ((before?.version ?? 0) !== version)
      return fail({
        kind: 'conflict',
        conflict: {
          version: before?.version ?? 0,
          fields: {
            satisfactory: before?.satisfactory ? 'yes' : 'no',
            reason: before?.reason ?? '',
            staffNote: before?.staffNote ?? '',
          },
          changedBy: there?.by ?? null,
          changedAt: before?.markedAt ?? null,
        },
      });
    const by = { markedBy: actor.personId, markedAt: now, round: item.round };
    const { organisationId } = check;
    if (before)
      await tx
        .update(spotCheckMarks)
        .set({ ...after, ...by, version: sql`${spotCheckMarks.version} + 1` })
        .where(and(eq(spotCheckMarks.itemId, itemId), eq(spotCheckMarks.version, version)));
    else
      await tx
        .insert(spotCheckMarks)
        .values({ ...after, ...by, itemId, organisationId, spotCheckId });
    const was = before && {
      satisfactory: before.satisfactory,
      reason: before.reason,
      staffNote: before.staffNote,
    };
    const contents = { itemId, odsCode: item.odsCode, name: item.name, before: was ?? null, after };
    await record({ type: 'spot_check.marked', contents }, chainOfSpotCheck(check));
    return ok({ itemId });
  },
});
