import { and, asc, eq, gt } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { asActor } from '@/db/client';
import { onboardingImportRefusals, onboardingImports, people } from '@/db/schema';
import {
  type ImportState,
  type OutcomeCounts,
  type Preview,
  ROWS_SHOWN,
} from '@/lib/domain/euo-import';
import type { EuoRefusal } from '@/lib/domain/euo-refusals';
import type { RefusedCells } from '@/lib/domain/euo-refused-cells';
import { isId } from '@/lib/domain/ids';
import { can, isSupplier, type PersonActor } from '@/lib/domain/permissions';

export type RefusedLine = { line: number; reasons: EuoRefusal[] };
export type ImportView = {
  id: string;
  fileName: string;
  size: number;
  sha256: string;
  state: ImportState;
  rowsRead: number;
  counts: OutcomeCounts;
  preview: Preview | null;
  problem: string | null;
  replaceEdited: boolean;
  uploader: string;
  uploadedAt: Date;
  checkedAt: Date | null;
  /** Who had it imported, or gave it up. */
  confirmer: string | null;
  confirmedAt: Date | null;
  endedAt: Date | null;
  /** The first lines that were left out; what they say is null where it is not known yet. */
  refusals: (RefusedLine & { cells: RefusedCells | null })[];
};

/** One import, as its page shows it; null where there is none of this supplier's, or no permission. */
export async function getImport(actor: PersonActor, id: string): Promise<ImportView | null> {
  if (!isSupplier(actor) || !can(actor, 'onboarding:edit') || !isId(id)) return null;
  const confirmers = alias(people, 'confirmers');
  return asActor(actor, async (tx) => {
    const [row] = await tx
      .select({ found: onboardingImports, uploader: people.name, confirmer: confirmers.name })
      .from(onboardingImports)
      .innerJoin(people, eq(people.id, onboardingImports.uploadedBy))
      .leftJoin(confirmers, eq(confirmers.id, onboardingImports.confirmedBy))
      .where(
        and(
          eq(onboardingImports.organisationId, actor.organisationId),
          eq(onboardingImports.id, id),
        ),
      );
    if (!row) return null;
    const refusals = await tx
      .select({
        line: onboardingImportRefusals.line,
        reasons: onboardingImportRefusals.reasons,
        cells: onboardingImportRefusals.cells,
      })
      .from(onboardingImportRefusals)
      .where(eq(onboardingImportRefusals.importId, id))
      .orderBy(asc(onboardingImportRefusals.line))
      .limit(ROWS_SHOWN);
    const {
      storageKey: _key,
      organisationId: _id,
      added,
      changed,
      edited,
      same,
      refused,
      ...found
    } = row.found;
    return {
      ...found,
      counts: { add: added, change: changed, edited, same, refused },
      ...{ uploader: row.uploader, confirmer: row.confirmer, refusals },
    };
  });
}

const AT_A_TIME = 5000;

/** The file of one's own import, for its rows to be read from again; null where there is none. */
export async function getRefusedFile(
  actor: PersonActor,
  id: string,
): Promise<{ storageKey: string; fileName: string; size: number } | null> {
  if (!isSupplier(actor) || !can(actor, 'onboarding:edit') || !isId(id)) return null;
  const [row] = await asActor(actor, (tx) =>
    tx
      .select({
        storageKey: onboardingImports.storageKey,
        fileName: onboardingImports.fileName,
        size: onboardingImports.size,
      })
      .from(onboardingImports)
      .where(
        and(
          eq(onboardingImports.organisationId, actor.organisationId),
          eq(onboardingImports.id, id),
        ),
      ),
  );
  return row ?? null;
}

/** Every line of an import that was left out, by line, some at a time, each a transaction of its own. */
export async function* listRefusals(actor: PersonActor, id: string): AsyncGenerator<RefusedLine> {
  for (let after = 0; ; ) {
    const rows = await asActor(actor, (tx) =>
      tx
        .select({ line: onboardingImportRefusals.line, reasons: onboardingImportRefusals.reasons })
        .from(onboardingImportRefusals)
        .where(
          and(eq(onboardingImportRefusals.importId, id), gt(onboardingImportRefusals.line, after)),
        )
        .orderBy(asc(onboardingImportRefusals.line))
        .limit(AT_A_TIME),
    );
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < AT_A_TIME) return;
    after = last.line;
  }
}
