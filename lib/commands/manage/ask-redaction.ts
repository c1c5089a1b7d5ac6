import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { EventTarget } from '@/db/case';
import { eventContents, events, redactions } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import { forbidden, notFound, ok, refused } from '@/lib/domain/result';
import { MAX_DETAILS } from '@/lib/domain/text';
import { requiredTextSchema } from '@/lib/domain/text-schema';

const inputSchema = z.object({
  eventId: z.uuid(),
  reason: requiredTextSchema({ what: 'The reason', max: MAX_DETAILS }),
});

/**
 * A manager asks for the words of one event to be taken out, as for personal data put there by
 * mistake (domain, history). Nothing is taken out before a second person does it. Problems:
 * `forbidden`, `not_found`, `invalid` (`reason`), `refused` 'already_asked' or 'already_redacted'.
 */
export const askRedaction = defineCommand<z.infer<typeof inputSchema>, { redactionId: string }>({
  name: 'redaction.ask',
  permission: 'event:redact',
  input: inputSchema,
  run: async ({ tx, actor, input, now, record }) => {
    if (actor.kind !== 'person') return forbidden();
    const [event] = await tx
      .select({
        subjectId: events.subjectId,
        subjectKind: events.subjectKind,
        organisationId: events.organisationId,
        sequence: events.sequence,
        type: events.type,
        redactedAt: eventContents.redactedAt,
      })
      .from(events)
      // Staff may not read the words of a draft, so that these have no row here.
      .leftJoin(eventContents, eq(eventContents.eventId, events.id))
      .where(eq(events.id, input.eventId));
    if (!event) return notFound();
    if (event.redactedAt)
      return refused('already_redacted', 'The words of this event were taken out already.');
    const [asked] = await tx
      .insert(redactions)
      .values({
        eventId: input.eventId,
        reason: input.reason,
        askedBy: actor.personId,
        askedAt: now,
      })
      .onConflictDoNothing()
      .returning({ id: redactions.id });
    if (!asked) return refused('already_asked', 'Somebody has asked for this redaction already.');
    const { subjectId: id, subjectKind: kind, organisationId, sequence, type } = event;
    const target: EventTarget = { kind, id, organisationId };
    await record(
      { type: 'redaction.asked', contents: { sequence, event: type, reason: input.reason } },
      target,
    );
    return ok({ redactionId: asked.id });
  },
});
