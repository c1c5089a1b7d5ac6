import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { spotChecks } from '@/db/schema';
import { readSampled } from '@/db/spot-check-items';
import { chainOfSpotCheck, lockSpotCheck, readMarks } from '@/db/spot-checks';
import { defineCommand } from '@/lib/commands/define-command';
import { forbidden, notFound, ok, refused, wrongStatus } from '@/lib/domain/result';
import { mayMark } from '@/lib/domain/spot-check';
import { standingOf } from '@/lib/domain/spot-check-standing';
import { interestProblem } from './interest';

/**
 * Finishes a spot check in which everything is marked: the supplier is told, and reads what was
 * found. `seen` is the sum of the versions of the marks on the page. A second press changes nothing.
 * Problems: `forbidden`; `not_found`; `wrong_status`; `refused` 'not_marked', 'conflict_of_interest', or 'changed' when
 * something was marked anew since the page was made.
 */
export const closeSpotCheck = defineCommand({
  name: 'spot-check.close',
  permission: 'spot-check:run',
  input: z.object({ spotCheckId: z.uuid(), seen: z.coerce.number().int().min(0) }),
  run: async ({ tx, actor, input, now, today, record }) => {
    if (actor.kind !== 'person') return forbidden();
    const check = await lockSpotCheck(tx, input.spotCheckId);
    if (!check) return notFound();
    if (check.state === 'closed') return ok({ id: check.id });
    const interest = await interestProblem(tx, actor, check.organisationId);
    if (interest) return interest;
    if (!mayMark(check, today)) return wrongStatus();
    const marks = await readMarks(tx, check.id);
    const items = await readSampled(tx, check.id);
    if (items.some((item) => !standingOf(item, check, marks.get(item.id) ?? null).marked))
      return refused('not_marked', 'Mark every organisation before you finish the spot check');
    const found = [...marks.values()];
    if (found.reduce((sum, { version }) => sum + version, 0) !== input.seen)
      return refused(
        'changed',
        'A colleague has changed a mark since you opened this page. Look at it, then finish the spot check',
      );
    await tx
      .update(spotChecks)
      .set({ state: 'closed', closedAt: now, closedBy: actor.personId })
      .where(eq(spotChecks.id, check.id));
    const satisfactory = found.filter((mark) => mark.satisfactory).length;
    const contents = { number: check.number, satisfactory, of: items.length };
    await record({ type: 'spot_check.closed', contents }, chainOfSpotCheck(check));
    return ok({ id: check.id });
  },
});
