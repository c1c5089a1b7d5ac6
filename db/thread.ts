import { and, asc, desc, eq, inArray, lt, type SQLWrapper, sql } from 'drizzle-orm';
import type { QuestionId } from '@/lib/domain/questions/types';
import {
  THREAD_ENTRIES,
  THREAD_EVENTS,
  type ThreadEvent,
  WORD_EVENTS,
  type WordEvent,
} from '@/lib/domain/thread';
import type { Tx } from './client';
import {
  eventContents,
  events,
  informationRequestItems,
  informationRequests,
  people,
} from './schema';
import { listed } from './schema/queue-order';
import { nameHere } from './successions';

type Case = { id: string; organisationId: string };

/**
 * The latest entries of a case's thread, or those before a place in the chain, oldest first; at most
 * one more than a page. Suppliers have no grant on who of the staff it was.
 */
export async function readThread(
  tx: Tx,
  { id, organisationId }: Case,
  { forStaff, before }: { forStaff: boolean; before?: number | undefined },
): Promise<ThreadEvent[]> {
  const who = forStaff ? events.actorId : events.supplierActorId;
  const rows = await tx
    .select({
      sequence: events.sequence,
      type: events.type,
      at: events.at,
      side: events.actorSide,
      personId: who,
      name: nameHere(events.organisationId),
      contents: eventContents.contents,
    })
    .from(events)
    .leftJoin(eventContents, eq(eventContents.eventId, events.id))
    .leftJoin(people, eq(people.id, who))
    .where(
      and(
        eq(events.organisationId, organisationId),
        eq(events.subjectId, id),
        inArray(events.type, [...THREAD_EVENTS]),
        before === undefined ? undefined : lt(events.sequence, before),
      ),
    )
    .orderBy(desc(events.sequence))
    .limit(THREAD_ENTRIES + 1);
  return rows.reverse() as ThreadEvent[];
}

/** As the index spells it, which serves only where a query repeats it word for word. */
const ofWords = (type: SQLWrapper) => sql`${type} in (${listed(WORD_EVENTS)})`;

/** When each side wrote in a case's thread, oldest first. */
export async function readWords(tx: Tx, { id, organisationId }: Case) {
  const rows = await tx
    .select({ type: events.type, at: events.at })
    .from(events)
    .where(
      and(
        eq(events.organisationId, organisationId),
        eq(events.subjectId, id),
        ofWords(events.type),
      ),
    )
    .orderBy(asc(events.sequence));
  return rows as { type: WordEvent; at: Date }[];
}

/** The questions that the open request asks about; none without one. */
export async function readFlagged(tx: Tx, applicationId: string): Promise<QuestionId[]> {
  const rows = await tx
    .select({ id: informationRequestItems.questionId })
    .from(informationRequestItems)
    .innerJoin(informationRequests, eq(informationRequests.id, informationRequestItems.requestId))
    .where(
      and(
        eq(informationRequests.applicationId, applicationId),
        eq(informationRequests.status, 'open'),
      ),
    );
  return rows.map(({ id }) => id);
}
