import { desc, eq, sql } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { onboardingImports, people } from '@/db/schema';
import type { ImportState } from '@/lib/domain/euo-import';
import { can, isSupplier, type PersonActor } from '@/lib/domain/permissions';

const LATEST = 10;
export type ImportItem = {
  id: string;
  fileName: string;
  state: ImportState;
  /** Given up since nobody confirmed it in time. */
  abandoned: boolean;
  /** Checked, and there was nothing to import. */
  nothing: boolean;
  rowsRead: number;
  uploader: string;
  uploadedAt: Date;
};

/** The latest imports of a supplier, and what became of them; null without the permission. */
export async function listImports(actor: PersonActor): Promise<ImportItem[] | null> {
  if (!isSupplier(actor) || !can(actor, 'onboarding:edit')) return null;
  return asActor(actor, (tx) =>
    tx
      .select({
        id: onboardingImports.id,
        fileName: onboardingImports.fileName,
        state: onboardingImports.state,
        abandoned: sql<boolean>`${onboardingImports.state} = 'given_up' and ${onboardingImports.confirmedBy} is null`,
        nothing: sql<boolean>`${onboardingImports.state} in ('preview', 'given_up')
          and ${onboardingImports.added} + ${onboardingImports.changed} + ${onboardingImports.edited} = 0`,
        rowsRead: onboardingImports.rowsRead,
        uploader: people.name,
        uploadedAt: onboardingImports.uploadedAt,
      })
      .from(onboardingImports)
      .innerJoin(people, eq(people.id, onboardingImports.uploadedBy))
      .where(eq(onboardingImports.organisationId, actor.organisationId))
      .orderBy(desc(onboardingImports.uploadedAt), desc(onboardingImports.id))
      .limit(LATEST),
  );
}
