import { and, between, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { readCalendar } from '@/db/calendars';
import type { Tx } from '@/db/client';
import { applications, events, informationRequests, messages, spotChecks } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import type { Calendar } from '@/lib/domain/calendar';
import { addWorkingDays, londonDate } from '@/lib/domain/clock';
import type { PlainDate } from '@/lib/domain/dates';
import { REMINDER_DAYS, remindersDue, SAMPLE_REMINDER_DAYS } from '@/lib/domain/reminders';
import { ok } from '@/lib/domain/result';
import { putMessages } from './put-messages';
import { putSpotCheckMessages } from './put-spot-check-messages';

const EARLIEST = Math.max(...REMINDER_DAYS);

/** The open requests near enough to their due date for a reminder, and which were sent. */
async function readDueSoon(tx: Tx, calendar: Calendar, today: PlainDate) {
  const extendedAt = tx
    .select({ at: sql`max(${events.at})`.mapWith(events.at).as('at') })
    .from(events)
    .where(and(eq(events.subjectId, applications.id), eq(events.type, 'request.extended')));
  const sent = sql<string[]>`array(select distinct ${messages.cause} from ${messages}
    where ${messages.applicationId} = ${applications.id} and ${messages.kind} = 'reminder')`;
  const rows = await tx
    .select({
      request: informationRequests,
      application: applications,
      extendedAt: sql<Date | null>`(${extendedAt})`.mapWith(events.at),
      sent,
    })
    .from(informationRequests)
    .innerJoin(applications, eq(applications.id, informationRequests.applicationId))
    .where(
      and(
        eq(informationRequests.status, 'open'),
        between(informationRequests.dueOn, today, addWorkingDays(calendar, today, EARLIEST)),
      ),
    );
  return rows.map(({ request, extendedAt, ...row }) => {
    const { id: requestId, status, dueOn, sentAt } = request;
    const setOn = londonDate(extendedAt && extendedAt > sentAt ? extendedAt : sentAt);
    return { ...row, requestId, status, dueOn, setOn };
  });
}

/** The spot checks that wait for their supplier and are near enough to their due date, on either side. */
async function readSamplesDue(tx: Tx, calendar: Calendar, today: PlainDate) {
  const askedAgainAt = tx
    .select({ at: sql`max(${events.at})`.mapWith(events.at).as('at') })
    .from(events)
    .where(and(eq(events.subjectId, spotChecks.id), eq(events.type, 'spot_check.asked_again')));
  const rows = await tx
    .select({
      id: spotChecks.id,
      dueOn: spotChecks.dueOn,
      drawnOn: spotChecks.drawnOn,
      askedAgainAt: sql<Date | null>`(${askedAgainAt})`.mapWith(events.at),
    })
    .from(spotChecks)
    .where(
      and(
        eq(spotChecks.state, 'open'),
        between(
          spotChecks.dueOn,
          addWorkingDays(calendar, today, Math.min(...SAMPLE_REMINDER_DAYS)),
          addWorkingDays(calendar, today, Math.max(...SAMPLE_REMINDER_DAYS)),
        ),
      ),
    );
  return rows.map(({ drawnOn, askedAgainAt: at, ...row }) => ({
    ...row,
    setOn: at ? londonDate(at) : drawnOn,
  }));
}

/**
 * Reminds suppliers of the open requests that are due soon (domain, the information request: 7 and 2
 * working days before, and on the day), and of the samples whose evidence is due soon or was due (2
 * working days before, and on the working day after). Answers how many were told; run again it reminds nobody.
 */
export const remind = defineCommand({
  name: 'message.remind',
  permission: 'message:send',
  input: z.object({}),
  run: async ({ tx, now, today }) => {
    const calendar = await readCalendar(tx);
    let told = 0;
    for (const { application, ...facts } of await readDueSoon(tx, calendar, today)) {
      for (const { key, daysBefore } of remindersDue(calendar, facts, today, REMINDER_DAYS)) {
        const nobody = { actorId: null, assigneeBeforeId: null, about: null };
        const cause = { ...nobody, key, daysBefore, at: now };
        told += await putMessages({ tx, now }, application, ['reminder'], cause);
      }
    }
    for (const { id, dueOn, setOn } of await readSamplesDue(tx, calendar, today)) {
      // Whoever was told once is told no more: a message is unique by its cause.
      const facts = { requestId: id, status: 'open', dueOn, setOn, sent: [] } as const;
      for (const { key } of remindersDue(calendar, facts, today, SAMPLE_REMINDER_DAYS)) {
        const cause = { key, at: now, actorId: null };
        told += await putSpotCheckMessages({ tx, now }, id, ['spot-check-reminder'], cause);
      }
    }
    return ok({ told });
  },
});
