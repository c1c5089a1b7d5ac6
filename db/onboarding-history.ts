import { and, desc, eq, lt, notLike } from 'drizzle-orm';
import { tellAdded } from '@/lib/domain/onboarding-history';
import type { TimelineEntry, ToldEvent } from '@/lib/domain/timeline';
import { tellEvent } from '@/lib/domain/timeline';
import type { Tx } from './client';
import { readImportHistory } from './import-history';
import type { OnboardingRow } from './onboardings';
import { readNames } from './people-names';
import { eventContents, events } from './schema';

type Subject = { id: string; organisationId: string };
type Pages = {
  size: number;
  before?: number | undefined;
  /** Whether events of files are told; they are the supplier's own. */
  files?: boolean;
};

const atOf = async (tx: Tx, { id, organisationId }: Subject, sequence: number) => {
  const [row] = await tx
    .select({ at: events.at })
    .from(events)
    .where(
      and(
        eq(events.organisationId, organisationId),
        eq(events.subjectId, id),
        eq(events.sequence, sequence),
      ),
    );
  return row?.at ?? null;
};

/** The same of an onboarding, with what imports changed of it; for its supplier. */
export async function readOwnHistory(tx: Tx, row: OnboardingRow, pages: Pages) {
  const { entries, next, added } = await readHistory(tx, row, pages);
  const to = pages.before === undefined ? null : await atOf(tx, row, pages.before);
  const from = next === null ? null : (entries.at(-1)?.at ?? null);
  const imported = await readImportHistory(tx, row, { from, to });
  const first = next === null && !added ? [tellAdded(row.createdAt)] : [];
  const all = [...entries, ...imported, ...first].sort((one, other) => +other.at - +one.at);
  return { entries: all, next };
}

/** What happened to a subject of a supplier, the latest first, in words for it; `before` is a place in its chain. */
export async function readHistory(
  tx: Tx,
  { id, organisationId }: Subject,
  { size, before, files = true }: Pages,
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
