import { and, desc, eq, isNull, lt } from 'drizzle-orm';
import { asActor, type Tx } from '@/db/client';
import { readNames } from '@/db/people-names';
import { eventContents, events, redactions } from '@/db/schema';
import { EVENTS, type EventType } from '@/lib/domain/events';
import { can, type PersonActor } from '@/lib/domain/permissions';
import { findSubject, type HistorySubject } from './find-subject';

const PAGE = 50;

export type HistoryEvent = {
  id: string;
  sequence: number;
  label: string;
  audience: 'staff' | 'supplier';
  at: Date;
  by: string;
  /** Null for the words of a draft, which staff may not read, and for what was taken out. */
  contents: Record<string, unknown> | null;
  redactedAt: Date | null;
  asked: { id: string; by: string; at: Date; reason: string; byReader: boolean } | null;
};
export type HistoryView = HistorySubject & { events: HistoryEvent[]; next: number | null };
/** One place in the chain, or those before one; the latest where neither is given. */
export type HistoryPlace = { only?: number; before?: number };

async function readEvents(tx: Tx, subjectId: string, { only, before }: HistoryPlace) {
  return tx
    .select({
      id: events.id,
      sequence: events.sequence,
      type: events.type,
      audience: events.audience,
      at: events.at,
      actorId: events.actorId,
      contents: eventContents.contents,
      redactedAt: eventContents.redactedAt,
      redactionId: redactions.id,
      askedBy: redactions.askedBy,
      askedAt: redactions.askedAt,
      reason: redactions.reason,
    })
    .from(events)
    .leftJoin(eventContents, eq(eventContents.eventId, events.id))
    .leftJoin(redactions, and(eq(redactions.eventId, events.id), isNull(redactions.doneAt)))
    .where(
      and(
        eq(events.subjectId, subjectId),
        only === undefined ? undefined : eq(events.sequence, only),
        before === undefined ? undefined : lt(events.sequence, before),
      ),
    )
    .orderBy(desc(events.sequence))
    .limit(PAGE + 1);
}
type Row = Awaited<ReturnType<typeof readEvents>>[number];

function viewOf(row: Row, names: Map<string, string>, reader: PersonActor): HistoryEvent {
  const { id, sequence, type, audience, at, contents, redactedAt } = row;
  const nameOf = (person: string) => names.get(person) ?? 'Somebody unknown';
  const asked = row.redactionId &&
    row.askedBy &&
    row.askedAt && {
      ...{ id: row.redactionId, by: nameOf(row.askedBy), at: row.askedAt },
      ...{ reason: row.reason ?? '', byReader: row.askedBy === reader.personId },
    };
  return {
    ...{ id, sequence, audience, at, contents, redactedAt },
    label: EVENTS[type as EventType]?.label ?? type,
    by: row.actorId ? nameOf(row.actorId) : 'The portal',
    asked: asked || null,
  };
}

/**
 * The history of an application, by its reference, or of anything else that events are about, by its
 * id, for managers, who may have words taken out of it: newest first, names included, words of drafts
 * left out. Null when it is missing, or the actor may not redact.
 */
export async function getHistory(
  actor: PersonActor,
  reference: string,
  place: HistoryPlace = {},
): Promise<HistoryView | null> {
  if (!can(actor, 'event:redact')) return null;
  return asActor(actor, async (tx) => {
    const found = await findSubject(tx, reference);
    if (!found) return null;
    const rows = await readEvents(tx, found.id, place);
    if (place.only !== undefined && rows.length === 0) return null;
    const page = rows.slice(0, PAGE);
    const names = await readNames(
      tx,
      page.flatMap((row) => [row.actorId, row.askedBy]),
    );
    return {
      ...found,
      events: page.map((row) => viewOf(row, names, actor)),
      next: rows.length > PAGE ? (page.at(-1)?.sequence ?? null) : null,
    };
  });
}
