import { and, eq, isNull, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { applications, events, redactions } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import { forbidden, notFound, ok, refused } from '@/lib/domain/result';

async function findRedaction(tx: Tx, id: string) {
  const [row] = await tx
    .select({
      askedBy: redactions.askedBy,
      doneBy: redactions.doneBy,
      subjectId: events.subjectId,
      subjectKind: events.subjectKind,
      organisationId: events.organisationId,
      sequence: events.sequence,
      type: events.type,
    })
    .from(redactions)
    .innerJoin(events, eq(events.id, redactions.eventId))
    .where(eq(redactions.id, id));
  return row ?? null;
}

/**
 * Takes the words out of an event, as another manager asked, and out of the rows of its case that
 * repeat them; the chain still verifies, since it holds their hash alone (domain, history). A frozen
 * declaration, and another event of the same words, keep theirs. Problems: `forbidden`, `not_found`, `refused`
 * 'second_person' (it was this person who asked) or 'already_redacted'.
 */
export const redactEvent = defineCommand<{ redactionId: string }, { sequence: number }>({
  name: 'redaction.do',
  permission: 'event:redact',
  input: z.object({ redactionId: z.uuid() }),
  run: async ({ tx, actor, input, now, record }) => {
    if (actor.kind !== 'person') return forbidden();
    const found = await findRedaction(tx, input.redactionId);
    if (!found) return notFound();
    if (found.askedBy === actor.personId)
      return refused('second_person', 'You asked for this redaction, so a colleague must do it.');
    // Like every command on a case: its row first, so that nobody waits for each other.
    await tx
      .select({ id: applications.id })
      .from(applications)
      .where(eq(applications.id, found.subjectId))
      .for('update');
    const gone = () =>
      refused('already_redacted', 'The words of this event were taken out already.');
    const [done] = await tx
      .update(redactions)
      .set({ doneBy: actor.personId, doneAt: now })
      .where(
        and(
          eq(redactions.id, input.redactionId),
          isNull(redactions.doneAt),
          ne(redactions.askedBy, actor.personId),
        ),
      )
      .returning({ id: redactions.id });
    if (!done) return gone();
    const [answer] = await tx.execute<{ redacted: boolean }>(
      sql`select redact_event(${input.redactionId}::uuid, ${now.toISOString()}::timestamptz) as redacted`,
    );
    if (!answer?.redacted) return gone();
    const { subjectKind: kind, subjectId: id, organisationId, sequence, type } = found;
    await record(
      { type: 'redaction.done', contents: { sequence, event: type } },
      { kind, id, organisationId },
    );
    return ok({ sequence });
  },
});
