import { and, desc, eq, lt } from 'drizzle-orm';
import { readCalendar } from '@/db/calendars';
import { asActor } from '@/db/client';
import { eventContents, events, people } from '@/db/schema';
import { nameHere } from '@/db/successions';
import { readTurns } from '@/db/turns';
import { tellStaff } from '@/lib/domain/case-history';
import type { SplitClock } from '@/lib/domain/clock';
import { can, type PersonActor } from '@/lib/domain/permissions';
import { foldSaves, type TimelineEntry, type ToldEvent } from '@/lib/domain/timeline';
import { daysSoFar } from '@/lib/domain/turns';
import { now } from '@/lib/ports/clock';
import { readCaseName } from './case-name';

const PAGE = 50;

export type CaseHistory = {
  reference: string;
  supplier: string;
  product: string;
  /** The working days each side had it; null before the first submission. */
  days: SplitClock | null;
  entries: TimelineEntry[];
  /** Where the next page begins, or null at the start of the history. */
  next: number | null;
};

/**
 * What happened to one case, newest first, in words for staff: everybody by name, the words of a
 * draft left out. `before` is a place in the chain. Null when the reference is unknown.
 */
export async function getCaseHistory(
  actor: PersonActor,
  reference: string,
  before?: number,
): Promise<CaseHistory | null> {
  if (!can(actor, 'case:view')) return null;
  const read = await asActor(actor, async (tx) => {
    const found = await readCaseName(tx, reference);
    if (!found) return null;
    const rows = await tx
      .select({
        sequence: events.sequence,
        type: events.type,
        at: events.at,
        side: events.actorSide,
        name: nameHere(events.organisationId),
        // Staff know that a draft exists, never its words: those rows have no contents here.
        contents: eventContents.contents,
        redactedAt: eventContents.redactedAt,
      })
      .from(events)
      .leftJoin(eventContents, eq(eventContents.eventId, events.id))
      .leftJoin(people, eq(people.id, events.actorId))
      .where(
        and(
          eq(events.subjectId, found.id),
          before === undefined ? undefined : lt(events.sequence, before),
        ),
      )
      .orderBy(desc(events.sequence))
      .limit(PAGE + 1);
    return {
      found,
      rows,
      days: daysSoFar(await readCalendar(tx), await readTurns(tx, found.id), now()),
    };
  });
  if (!read) return null;
  const { id: _, ...name } = read.found;
  const page = read.rows.slice(0, PAGE);
  const told = page.map(({ name: by, redactedAt, contents, ...row }) =>
    tellStaff(
      {
        ...row,
        side: row.side as ToldEvent['side'],
        colleague: by,
        contents: contents ?? (redactedAt ? null : {}),
      },
      by,
    ),
  );
  return {
    ...name,
    days: read.days,
    entries: foldSaves(told),
    next: read.rows.length > PAGE ? (page.at(-1)?.sequence ?? null) : null,
  };
}
