import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { applications, events, informationRequests, messages } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import { londonDate } from '@/lib/domain/clock';
import { remindersDue } from '@/lib/domain/reminders';
import { ok } from '@/lib/domain/result';
import { putMessages } from './put-messages';

/**
 * Reminds suppliers of the open requests that are due soon (domain, the information request: 7 and 2
 * working days before, and on the day). Answers how many were told; run again it reminds nobody.
 */
export const remind = defineCommand({
  name: 'message.remind',
  permission: 'message:send',
  input: z.object({}),
  run: async ({ tx, now, today }) => {
    const open = await tx
      .select({ request: informationRequests, application: applications })
      .from(informationRequests)
      .innerJoin(applications, eq(applications.id, informationRequests.applicationId))
      .where(eq(informationRequests.status, 'open'));
    let told = 0;
    for (const { request, application } of open) {
      const [extended] = await tx
        .select({ at: events.at })
        .from(events)
        .where(and(eq(events.subjectId, application.id), eq(events.type, 'request.extended')))
        .orderBy(desc(events.sequence))
        .limit(1);
      const setAt = extended && extended.at > request.sentAt ? extended.at : request.sentAt;
      const before = await tx
        .selectDistinct({ key: messages.cause })
        .from(messages)
        .where(and(eq(messages.applicationId, application.id), eq(messages.kind, 'reminder')));
      const { id: requestId, status, dueOn } = request;
      const sent = before.map(({ key }) => key);
      const facts = { requestId, status, dueOn, sent, setOn: londonDate(setAt) };
      for (const { key, daysBefore } of remindersDue(facts, today)) {
        const cause = { key, daysBefore, at: now, actorId: null, assigneeBeforeId: null };
        told += await putMessages({ tx, now }, application, ['reminder'], cause);
      }
    }
    return ok({ told });
  },
});
