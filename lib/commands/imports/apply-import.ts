import { eq } from 'drizzle-orm';
import { z } from 'zod';
import {
  addImported,
  changeImported,
  checksImported,
  countLedger,
  judgeFollowers,
} from '@/db/import-apply';
import { countOutcomes, workOutImport } from '@/db/import-work';
import { enqueue } from '@/db/job-queue';
import { chainOfImport, lockImport, queueForLedger } from '@/db/onboarding-imports';
import { onboardingImportRows, onboardingImports } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import { notFound, ok } from '@/lib/domain/result';

const LOST =
  'What was read of the file was lost when the database was restarted, so nothing of it was imported. Upload it again';

/**
 * Does what was confirmed of an import, all of it or nothing: what each row does is worked out again,
 * so an onboarding that was edited since the preview is kept as it is. One that is not to be done
 * stays as it is. Problem: `not_found`.
 */
export const applyImport = defineCommand({
  name: 'onboardings.import',
  permission: 'onboarding:import',
  input: z.object({ importId: z.uuid() }),
  run: async ({ tx, input, now, today, record }) => {
    const found = await lockImport(tx, input.importId);
    if (!found) return notFound();
    if (found.state !== 'applying') return ok(null);
    const { id, organisationId, fileName, sha256, replaceEdited, uploadedBy, confirmedBy } = found;
    await queueForLedger(tx, organisationId);
    await workOutImport(tx, found, today);
    const all = await countOutcomes(tx);
    const rows = Object.values(all).reduce((sum, count) => sum + count, found.refused);
    // They are not logged, so that a database that crashed has them no longer.
    if (rows !== found.rowsRead) {
      const lost = { state: 'refused', problem: LOST, endedAt: now } as const;
      await tx.update(onboardingImports).set(lost).where(eq(onboardingImports.id, id));
      return ok(null);
    }
    await addImported(tx, found, { now, today });
    await countLedger(tx, all.added);
    await changeImported(tx, found, { now, today });
    await checksImported(tx, found, now);
    await judgeFollowers(tx, found, today);
    const worked = await countOutcomes(tx);
    const counts = { ...worked, refused: worked.refused + found.refused };
    await tx
      .update(onboardingImports)
      .set({ state: 'done', endedAt: now, ...counts })
      .where(eq(onboardingImports.id, id));
    const by = { uploadedBy, confirmedBy, replaceEdited };
    await record(
      { type: 'onboardings.imported', contents: { fileName, sha256, ...counts, ...by } },
      chainOfImport({ id, organisationId }),
    );
    await enqueue(tx, 'clear-import', { importId: id });
    return ok(null);
  },
});

/**
 * Removes the rows of an import that ended; which were refused is kept beside them. Problem: `not_found`.
 */
export const clearImport = defineCommand({
  name: 'onboardings.clear-import',
  permission: 'onboarding:import',
  input: z.object({ importId: z.uuid() }),
  run: async ({ tx, input }) => {
    const found = await lockImport(tx, input.importId);
    if (!found) return notFound();
    if (found.state !== 'done' && found.state !== 'given_up') return ok(null);
    const ofIt = eq(onboardingImportRows.importId, found.id);
    await tx.delete(onboardingImportRows).where(ofIt);
    return ok(null);
  },
});
