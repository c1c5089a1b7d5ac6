import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { readCalendar } from '@/db/calendars';
import { spotCheckItems, spotChecks } from '@/db/schema';
import { readSampled } from '@/db/spot-check-items';
import { chainOfSpotCheck, lockSpotCheck, readMarks } from '@/db/spot-checks';
import { defineCommand } from '@/lib/commands/define-command';
import { dueOnProblem } from '@/lib/domain/request';
import { forbidden, invalid, notFound, ok, refused, wrongStatus } from '@/lib/domain/result';
import { mayMark } from '@/lib/domain/spot-check';
import { toAskAgain } from '@/lib/domain/spot-check-standing';
import { requiredTextSchema } from '@/lib/domain/text-schema';
import { readTypedDate } from '@/lib/domain/typed-date';
import { interestProblem } from './interest';

const typed = z.string().max(20).default('');
const inputSchema = z.object({
  spotCheckId: z.uuid(),
  'dueOn-day': typed,
  'dueOn-month': typed,
  'dueOn-year': typed,
  message: z.unknown(),
});
const messageSchema = requiredTextSchema({ what: 'A message', max: 2000 });

/**
 * Asks the supplier again, with a new date and words: for what nothing came of and what is not
 * satisfactory, whose marks it then reads; where nothing was sent at all, for the same as before.
 * Problems: `forbidden`; `not_found`; `wrong_status` while the supplier still has time, and at its
 * end; `invalid` by field; `refused` 'nothing' to ask for, 'conflict_of_interest'.
 */
export const askAgain = defineCommand({
  name: 'spot-check.ask-again',
  permission: 'spot-check:run',
  input: inputSchema,
  run: async ({ tx, actor, input, now, today, record }) => {
    if (actor.kind !== 'person') return forbidden();
    const check = await lockSpotCheck(tx, input.spotCheckId);
    if (!check) return notFound();
    const interest = await interestProblem(tx, actor, check.organisationId);
    if (interest) return interest;
    if (!mayMark(check, today)) return wrongStatus();
    const due = readTypedDate(input as never, 'dueOn', 'Due date');
    const late = due.ok && dueOnProblem(await readCalendar(tx), due.date, today);
    const words = messageSchema.safeParse(input.message);
    const problems = [
      ...(due.ok ? [] : [due.problem]),
      ...(late ? [{ field: 'dueOn', message: late }] : []),
      ...(words.error?.issues ?? []).map(({ message }) => ({ field: 'message', message })),
    ];
    if (!due.ok || !words.success || problems.length > 0) return invalid(...problems);
    const marks = await readMarks(tx, check.id);
    const items = (await readSampled(tx, check.id)).map((item) => ({
      ...item,
      mark: marks.get(item.id) ?? null,
    }));
    const sent = check.state === 'answered';
    const asked = sent
      ? toAskAgain(items, check)
      : items.filter(({ round }) => round === check.round);
    if (asked.length === 0)
      return refused(
        'nothing',
        'Something came for every organisation, and none is marked as not satisfactory',
      );
    const round = sent ? check.round + 1 : check.round;
    const roundAt = sent ? now : check.roundAt;
    const message = words.data.trim();
    await tx
      .update(spotChecks)
      .set({ state: 'open', dueOn: due.date, message, round, roundAt })
      .where(eq(spotChecks.id, check.id));
    const ids = asked.map(({ id }) => id);
    await tx
      .update(spotCheckItems)
      .set({ round })
      .where(and(eq(spotCheckItems.spotCheckId, check.id), inArray(spotCheckItems.id, ids)));
    const contents = {
      ...{ number: check.number, dueOn: due.date, message, round },
      asked: asked.map(({ odsCode, onboardingId }) => ({ odsCode, onboardingId })),
    };
    await record({ type: 'spot_check.asked_again', contents }, chainOfSpotCheck(check));
    return ok({ id: check.id });
  },
});
