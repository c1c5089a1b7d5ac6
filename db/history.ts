import { and, desc, eq, lt, notLike } from 'drizzle-orm';
import { type TimelineEntry, type ToldEvent, tellEvent } from '@/lib/domain/timeline';
import type { Tx } from './client';
import { readNames } from './people-names';
import { eventContents, events } from './schema';

export type Subject = { id: string; organisationId: string };
export type HistoryPages = {
  size: number;
  before?: number | undefined;
  /** Whether events of files are told; they are the supplier's own. */
  files?: boolean;
};

/** What happened to a subject of a supplier, the latest first, in words for it; `before` is a place in its chain. */
export async function readHistory(
  tx: Tx,
  { id, organisationId }: Subject,
  { size, before, files = true }: HistoryPages,
): Promise<{ entries: TimelineEntry[]; next: number | null; added: boolean }> {
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
        eq(events.organisationId, organisationId),
        eq(events.subjectId, id),
        eq(events.audience, 'supplier'),
        before === undefined ? undefined : lt(events.sequence, before),
        files ? undefined : notLike(events.type, 'evidence.%'),
      ),
    )
    .orderBy(desc(events.sequence))
    .limit(size + 1);
  const page = rows.slice(0, size);
  const names = await readNames(
    tx,
    page.map((row) => row.colleagueId),
    organisationId,
  );
  const entries = page.map(({ colleagueId, side, ...row }) =>
    tellEvent({
      ...row,
      side: side as ToldEvent['side'],
      colleague: colleagueId && (names.get(colleagueId) ?? null),
    }),
  );
  return {
    entries,
    next: rows.length > size ? (page.at(-1)?.sequence ?? null) : null,
    added: page.some(({ type }) => type === 'onboarding.added'),
  };
}
