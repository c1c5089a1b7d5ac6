import { and, asc, eq, lte } from 'drizzle-orm';
import { z } from 'zod';
import { readCalendar } from '@/db/calendars';
import { readOpenRequest } from '@/db/case';
import { asActor } from '@/db/client';
import { applications, informationRequests } from '@/db/schema';
import { defineCaseCommand } from '@/lib/commands/define-command';
import { londonDate } from '@/lib/domain/clock';
import type { Actor } from '@/lib/domain/permissions';
import { can } from '@/lib/domain/permissions';
import { expiredDueOn } from '@/lib/domain/request';
import { forbidden, ok, type Result, refused, wrongStatus } from '@/lib/domain/result';
import { now } from '@/lib/ports/clock';
import { referenceSchema } from './case-guards';
import { endRequest } from './end-request';

const BATCH = 500;

/** Lets one request run out. Problems: `wrong_status`; `refused` 'not_due' while it can be answered. */
export const expireRequest = defineCaseCommand({
  name: 'request.expire',
  permission: 'request:expire',
  input: z.object({ reference: referenceSchema }),
  run: async (context) => {
    const request = await readOpenRequest(context.tx, context.application.id);
    if (!request) return wrongStatus();
    if (request.dueOn > expiredDueOn(await readCalendar(context.tx), context.today))
      return refused('not_due', 'This request can still be answered.');
    return endRequest(context, 'expired', null);
  },
});

/**
 * Lets every request run out whose due date lies ten working days back (domain, the information
 * request): finds them at once, then takes one transition a case. Answers how many ran out; one that
 * was answered meanwhile is passed by. Problem: `forbidden` for anybody but the system.
 */
export async function expireRequests(actor: Actor): Promise<Result<{ expired: number }>> {
  if (!can(actor, 'request:expire')) return forbidden();
  const calendar = await asActor(actor, readCalendar);
  const latest = expiredDueOn(calendar, londonDate(now()));
  let expired = 0;
  for (;;) {
    const due = await asActor(actor, (tx) =>
      tx
        .select({ reference: applications.reference })
        .from(informationRequests)
        .innerJoin(applications, eq(applications.id, informationRequests.applicationId))
        .where(
          and(
            eq(applications.status, 'information_requested'),
            eq(informationRequests.status, 'open'),
            lte(informationRequests.dueOn, latest),
          ),
        )
        .orderBy(asc(informationRequests.dueOn), asc(informationRequests.id))
        .limit(BATCH),
    );
    let ended = 0;
    for (const { reference } of due) if ((await expireRequest(actor, { reference })).ok) ended += 1;
    expired += ended;
    if (due.length < BATCH || ended === 0) return ok({ expired });
  }
}
