import { and, eq } from 'drizzle-orm';
import { tellAdded } from '@/lib/domain/onboarding-history';
import type { Tx } from './client';
import { type HistoryPages, readHistory, type Subject } from './history';
import { readImportHistory } from './import-history';
import type { OnboardingRow } from './onboardings';
import { events } from './schema';

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

/** What happened to an onboarding, with what imports changed of it. */
export async function readOnboardingHistory(tx: Tx, row: OnboardingRow, pages: HistoryPages) {
  const { entries, next, added } = await readHistory(tx, row, pages);
  const to = pages.before === undefined ? null : await atOf(tx, row, pages.before);
  const from = next === null ? null : (entries.at(-1)?.at ?? null);
  const imported = await readImportHistory(tx, row, { from, to });
  const first = next === null && !added ? [tellAdded(row.createdAt)] : [];
  const all = [...entries, ...imported, ...first].sort((one, other) => +other.at - +one.at);
  return { entries: all, next };
}
