import { and, desc, eq, gte, lt } from 'drizzle-orm';
import { tellImport } from '@/lib/domain/onboarding-history';
import type { TimelineEntry } from '@/lib/domain/timeline';
import type { Tx } from './client';
import { readNames } from './people-names';
import { onboardingImportChanges, onboardingImports } from './schema';

type Span = { from: Date | null; to: Date | null };

/**
 * What imports changed of an onboarding between two instants, the latest first, in words for its
 * supplier and for staff. Imports tell of all their rows in one event of their own.
 */
export async function readImportHistory(
  tx: Tx,
  { id, organisationId }: { id: string; organisationId: string },
  { from, to }: Span,
): Promise<TimelineEntry[]> {
  const rows = await tx
    .select({
      before: onboardingImportChanges.before,
      fileName: onboardingImports.fileName,
      at: onboardingImports.endedAt,
      by: onboardingImports.confirmedBy,
    })
    .from(onboardingImportChanges)
    .innerJoin(
      onboardingImports,
      and(
        eq(onboardingImports.organisationId, onboardingImportChanges.organisationId),
        eq(onboardingImports.id, onboardingImportChanges.importId),
      ),
    )
    .where(
      and(
        eq(onboardingImportChanges.organisationId, organisationId),
        eq(onboardingImportChanges.onboardingId, id),
        from === null ? undefined : gte(onboardingImports.endedAt, from),
        to === null ? undefined : lt(onboardingImports.endedAt, to),
      ),
    )
    .orderBy(desc(onboardingImports.endedAt))
    .limit(50);
  const names = await readNames(
    tx,
    rows.map(({ by }) => by),
  );
  // No place in the chain is negative, so that each entry has a key of its own.
  return rows.flatMap(({ at, by, ...row }, index) =>
    at === null
      ? []
      : [
          tellImport({
            ...row,
            at,
            by: (by && names.get(by)) || null,
            sequence: -at.getTime() - index,
          }),
        ],
  );
}
