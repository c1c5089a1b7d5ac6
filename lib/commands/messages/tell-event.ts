import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { applications, eventContents, events } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import { readFoundChanges } from '@/lib/domain/approval-words';
import type { EventType } from '@/lib/domain/events';
import {
  caseMessagesOf,
  ledgerMessagesOf,
  personMessagesOf,
  spotCheckMessagesOf,
} from '@/lib/domain/message-kinds';
import { QUESTION_IDS } from '@/lib/domain/questions/types';
import { notFound, ok } from '@/lib/domain/result';
import { putLedgerMessages } from './put-ledger-messages';
import { putMessages } from './put-messages';
import { putPersonMessages } from './put-person-messages';
import { putSpotCheckMessages } from './put-spot-check-messages';

/**
 * Tells people of an event: a message for everybody whom its kinds concern, and an email where it
 * goes at once. Run again it tells nobody twice. Answers how many were told. Problem: `not_found`.
 */
export const tellEvent = defineCommand({
  name: 'message.tell',
  permission: 'message:send',
  input: z.object({ eventId: z.uuid() }),
  run: async ({ tx, input, now }) => {
    const [event] = await tx
      .select({
        type: events.type,
        at: events.at,
        subjectId: events.subjectId,
        actorId: events.actorId,
        contents: eventContents.contents,
      })
      .from(events)
      .innerJoin(eventContents, eq(eventContents.eventId, events.id))
      .where(eq(events.id, input.eventId));
    if (!event) return notFound();
    const cause = { key: input.eventId, at: event.at, actorId: event.actorId };
    const ofSpotCheck = spotCheckMessagesOf(event.type as EventType);
    if (ofSpotCheck.length > 0) {
      const { subjectId: id } = event;
      return ok({ told: await putSpotCheckMessages({ tx, now }, id, ofSpotCheck, cause) });
    }
    const ofPerson = personMessagesOf(event.type as EventType);
    if (ofPerson.length > 0)
      return ok({ told: await putPersonMessages({ tx, now }, event.subjectId, ofPerson, cause) });
    const ofLedger = ledgerMessagesOf(event.type as EventType);
    if (ofLedger.length > 0) {
      const { subjectId: organisationId } = event;
      const number = (name: string) => Number(event.contents?.[name] ?? 0);
      const about = {
        ...{ organisationId, lapsed: number('lapsed'), planned: number('planned') },
        ...{ notReady: number('notReady'), notProven: number('notProven') },
      };
      return ok({ told: await putLedgerMessages({ tx, now }, about, ofLedger, cause) });
    }
    const [application] = await tx
      .select()
      .from(applications)
      .where(eq(applications.id, event.subjectId));
    const kinds = caseMessagesOf(event.type as EventType);
    if (!application || kinds.length === 0) return ok({ told: 0 });
    const before = event.contents?.fromId;
    const told = await putMessages({ tx, now }, application, kinds, {
      ...{ ...cause, daysBefore: null },
      worse: readFoundChanges(event.contents?.found),
      about: QUESTION_IDS.find((id) => id === event.contents?.questionId) ?? null,
      assigneeBeforeId: typeof before === 'string' ? before : null,
    });
    return ok({ told });
  },
});
