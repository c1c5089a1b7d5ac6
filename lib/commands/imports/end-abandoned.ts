import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { onboardingImportRows, onboardingImports } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import { isAbandoned } from '@/lib/domain/euo-import';
import { ok } from '@/lib/domain/result';

/**
 * Gives up every import whose preview nobody confirmed in time, and removes the rows of all that
 * ended, also where a worker died before it did. Which rows were refused is kept. No problems.
 */
export const endAbandonedImports = defineCommand({
  name: 'onboardings.end-abandoned-imports',
  permission: 'onboarding:import',
  input: z.object({}),
  run: async ({ tx, now, today }) => {
    const waiting = await tx
      .select({ id: onboardingImports.id, checkedAt: onboardingImports.checkedAt })
      .from(onboardingImports)
      .where(and(eq(onboardingImports.state, 'preview'), lt(onboardingImports.checkedAt, now)))
      .for('update');
    const abandoned = waiting.filter(({ checkedAt }) => checkedAt && isAbandoned(checkedAt, today));
    if (abandoned.length > 0)
      await tx
        .update(onboardingImports)
        .set({ state: 'given_up', endedAt: now })
        .where(
          inArray(
            onboardingImports.id,
            abandoned.map(({ id }) => id),
          ),
        );
    await tx
      .delete(onboardingImportRows)
      .where(sql`import_id in (select i.id from onboarding_imports i
      where i.state in ('done', 'refused', 'given_up')
        and exists (select from onboarding_import_rows r where r.import_id = i.id))`);
    return ok({ ended: abandoned.length });
  },
});
