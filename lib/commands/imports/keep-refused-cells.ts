import { and, asc, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { onboardingImportRefusals as refusals, onboardingImportRows as rows } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import { ROWS_SHOWN } from '@/lib/domain/euo-import';
import { type RefusedCells, refusedCells } from '@/lib/domain/euo-refused-cells';
import { ok } from '@/lib/domain/result';

/** A row of the file, with its cells as they were given. */
export type GivenRow = { line: number; cells: RefusedCells };

/** What was read of rows that are wrong beside others only: these cells alone can be. */
async function readBefore(tx: Tx, importId: string, lines: readonly number[]): Promise<GivenRow[]> {
  if (lines.length === 0) return [];
  const found = await tx
    .select()
    .from(rows)
    .where(and(eq(rows.importId, importId), inArray(rows.line, [...lines])));
  return found.map(({ line, odsCode, name, state, leadOdsCode, goLiveOn }) => ({
    line,
    cells: {
      ...{ ods_code: odsCode ?? '', name: name ?? '', state: state ?? '' },
      ...{ lead_ods_code: leadOdsCode ?? '', go_live_on: goLiveOn ?? '' },
    },
  }));
}

/** Keeps beside the first refused rows what they say, where that is not known yet; see keepRefusedCells. */
export async function keepCells(
  tx: Tx,
  importId: string,
  given: readonly GivenRow[],
): Promise<void> {
  const first = await tx
    .select({ line: refusals.line, reasons: refusals.reasons, cells: refusals.cells })
    .from(refusals)
    .where(eq(refusals.importId, importId))
    .orderBy(asc(refusals.line))
    .limit(ROWS_SHOWN);
  const unknown = first.filter(({ cells }) => cells === null);
  const known = new Map(given.map(({ line, cells }) => [line, cells]));
  const others = unknown.filter(({ line }) => !known.has(line)).map(({ line }) => line);
  for (const { line, cells } of await readBefore(tx, importId, others)) known.set(line, cells);
  for (const { line, reasons } of unknown)
    await tx
      .update(refusals)
      .set({ cells: refusedCells(reasons, known.get(line) ?? {}) })
      .where(and(eq(refusals.importId, importId), eq(refusals.line, line)));
}

/**
 * Keeps beside the first refused rows of an import what they say, for its page; `given` are those
 * that are wrong by themselves. No problems.
 */
export const keepRefusedCells = defineCommand({
  name: 'onboardings.keep-refused-cells',
  permission: 'onboarding:import',
  input: z.object({
    importId: z.uuid(),
    given: z.custom<readonly GivenRow[]>(Array.isArray),
  }),
  run: async ({ tx, input: { importId, given } }) => {
    await keepCells(tx, importId, given);
    return ok(null);
  },
});
