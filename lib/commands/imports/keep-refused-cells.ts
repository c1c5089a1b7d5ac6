import { and, asc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { onboardingImportRefusals as refusals } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import { ROWS_SHOWN } from '@/lib/domain/euo-import';
import { type RefusedCells, refusedCells } from '@/lib/domain/euo-refused-cells';
import { ok } from '@/lib/domain/result';

/** A row of the file, with its cells as they were given. */
export type GivenRow = { line: number; cells: RefusedCells };

/**
 * Keeps beside the first refused rows of an import what they say, for its page; answers the lines of
 * those of which it is not known yet. No problems.
 */
export const keepRefusedCells = defineCommand({
  name: 'onboardings.keep-refused-cells',
  permission: 'onboarding:import',
  input: z.object({
    importId: z.uuid(),
    given: z.custom<readonly GivenRow[]>(Array.isArray),
  }),
  run: async ({ tx, input: { importId, given } }) => {
    const first = await tx
      .select({ line: refusals.line, reasons: refusals.reasons, cells: refusals.cells })
      .from(refusals)
      .where(eq(refusals.importId, importId))
      .orderBy(asc(refusals.line))
      .limit(ROWS_SHOWN);
    const known = new Map(given.map(({ line, cells }) => [line, cells]));
    const unknown: number[] = [];
    for (const { line, reasons, cells: kept } of first) {
      const cells = known.get(line);
      if (kept !== null) continue;
      if (!cells) unknown.push(line);
      else
        await tx
          .update(refusals)
          .set({ cells: refusedCells(reasons, cells) })
          .where(
            and(eq(refusals.importId, importId), eq(refusals.line, line), isNull(refusals.cells)),
          );
    }
    return ok(unknown);
  },
});
