import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { readCalendar } from '@/db/calendars';
import { readOpenRequest, targetOf } from '@/db/case';
import { applications, informationRequests } from '@/db/schema';
import { defineCaseCommand } from '@/lib/commands/define-command';
import { parsePlainDate } from '@/lib/domain/dates';
import { dueOnProblem } from '@/lib/domain/request';
import { invalid, ok, wrongStatus } from '@/lib/domain/result';
import { assigneeProblem, caseChanged, referenceSchema } from './case-guards';

const input = z.object({
  reference: referenceSchema,
  /** 'yyyy-mm-dd'. */
  dueOn: z.string(),
  /** The application's version that the page showed. */
  version: z.coerce.number().int(),
});

/**
 * Gives the supplier more time for an open request; a wish for more time counts as answered.
 * Problems: those of the case's assessor, `conflict` for a stale version, `invalid` (dueOn).
 */
export const extendRequest = defineCaseCommand({
  name: 'request.extend',
  permission: 'case:review',
  input,
  run: async (context) => {
    const { tx, application, input, today, record } = context;
    const notTheirs = await assigneeProblem(context, ['information_requested']);
    if (notTheirs) return notTheirs;
    if (input.version !== application.version) return caseChanged(String(application.version));
    const request = await readOpenRequest(tx, application.id);
    if (!request) return wrongStatus();
    const dueOn = parsePlainDate(input.dueOn);
    const wrong =
      dueOn === null
        ? 'Enter the new due date'
        : dueOn <= request.dueOn
          ? 'New due date must be later than the present one'
          : dueOnProblem(await readCalendar(tx), dueOn, today);
    if (dueOn === null || wrong) return invalid({ field: 'dueOn', message: wrong ?? '' });
    await tx
      .update(informationRequests)
      .set({ dueOn, extensionAskedAt: null, extensionReason: null })
      .where(eq(informationRequests.id, request.id));
    await tx
      .update(applications)
      .set({ dueOn, version: sql`${applications.version} + 1` })
      .where(eq(applications.id, application.id));
    const contents = { before: request.dueOn, after: dueOn };
    await record({ type: 'request.extended', contents }, targetOf(application));
    return ok({ dueOn });
  },
});
