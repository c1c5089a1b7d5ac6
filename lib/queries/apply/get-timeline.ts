import { and, desc, eq, lt } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { readNames } from '@/db/people-names';
import { eventContents, events } from '@/db/schema';
import { findOwnApplication } from '@/db/supplier-case';
import { readTurns } from '@/db/turns';
import type { SplitClock } from '@/lib/domain/clock';
import { isSupplier, type PersonActor } from '@/lib/domain/permissions';
import { foldSaves, type TimelineEntry, type ToldEvent, tellEvent } from '@/lib/domain/timeline';
import { daysSoFar } from '@/lib/domain/turns';
import { now } from '@/lib/ports/clock';

const PAGE = 50;

export type TimelineView = {
  reference: string;
  product: string;
  /** The working days each side had it, all of ours as the assessor's; null before a submission. */
  days: SplitClock | null;
  entries: TimelineEntry[];
  /** Where the next page begins, or null at the start of the history. */
  next: number | null;
};

/**
 * What happened to one application, newest first, in words for its supplier: colleagues by name,
 * staff without one. `before` is a place in the chain. Null when missing, foreign, or asked by staff.
 */
export async function getTimeline(
  actor: PersonActor,
  reference: string,
  before?: number,
): Promise<TimelineView | null> {
  if (!isSupplier(actor)) return null;
  const read = await asActor(actor, async (tx) => {
    const found = await findOwnApplication(tx, actor.organisationId, reference);
    if (!found) return null;
    const rows = await tx
      .select({
        sequence: events.sequence,
        type: events.type,
        at: events.at,
        side: events.actorSide,
        colleagueId: events.supplierActorId,
        contents: eventContents.contents,
      })
      .from(events)
      .leftJoin(eventContents, eq(eventContents.eventId, events.id))
      .where(
        and(
          eq(events.organisationId, actor.organisationId),
          eq(events.subjectId, found.id),
          before === undefined ? undefined : lt(events.sequence, before),
        ),
      )
      .orderBy(desc(events.sequence))
      .limit(PAGE + 1);
    const names = await readNames(
      tx,
      rows.map((row) => row.colleagueId),
    );
    return { found, rows, names, turns: await readTurns(tx, found.id) };
  });
  if (!read) return null;
  const { found, rows, names, turns } = read;
  const page = rows.slice(0, PAGE);
  const told = page.map(({ colleagueId, side, ...row }) =>
    tellEvent({
      ...row,
      side: side as ToldEvent['side'],
      colleague: colleagueId && (names.get(colleagueId) ?? null),
    }),
  );
  return {
    reference: found.reference,
    product: found.product,
    days: daysSoFar(turns, now()),
    entries: foldSaves(told),
    next: rows.length > PAGE ? (page.at(-1)?.sequence ?? null) : null,
  };
}
