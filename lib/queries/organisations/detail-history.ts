import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { readNames } from '@/db/people-names';
import { eventContents, events } from '@/db/schema';
import { EVENTS, type EventType } from '@/lib/domain/events';
import { DETAIL_EVENTS, detailLines } from '@/lib/domain/organisation-history';

const MOST = 10;

export type DetailChange = {
  sequence: number;
  label: string;
  at: Date;
  by: string;
  lines: string[];
};

/** The latest changes of a supplier's details and products, from its chain. */
export async function readDetailHistory(tx: Tx, organisationId: string): Promise<DetailChange[]> {
  const rows = await tx
    .select({
      sequence: events.sequence,
      type: events.type,
      at: events.at,
      actorId: events.actorId,
      contents: eventContents.contents,
    })
    .from(events)
    .leftJoin(eventContents, eq(eventContents.eventId, events.id))
    // By organisation and type, so that a chain full of imports is not walked.
    .where(
      and(
        eq(events.organisationId, organisationId),
        inArray(events.type, [...DETAIL_EVENTS]),
        eq(events.subjectId, organisationId),
      ),
    )
    .orderBy(desc(events.at), desc(events.sequence))
    .limit(MOST);
  const names = await readNames(
    tx,
    rows.map(({ actorId }) => actorId),
    organisationId,
  );
  return rows.map(({ sequence, type, at, actorId, contents }) => ({
    ...{ sequence, at, lines: detailLines(contents) },
    label: EVENTS[type as EventType]?.label ?? type,
    by: actorId ? (names.get(actorId) ?? 'Somebody unknown') : 'The portal',
  }));
}
