import { eq, sql } from 'drizzle-orm';
import type { EventTarget } from './case';
import type { Tx } from './client';
import { onboardingImports } from './schema';

export type ImportRecord = typeof onboardingImports.$inferSelect;

/** Every import is the subject of its own chain. */
export const chainOfImport = (row: { id: string; organisationId: string }): EventTarget => ({
  kind: 'import',
  id: row.id,
  organisationId: row.organisationId,
});

/** An import's row, locked until the transaction ends; null when missing or invisible. */
export async function lockImport(tx: Tx, id: string): Promise<ImportRecord | null> {
  const [row] = await tx
    .select()
    .from(onboardingImports)
    .where(eq(onboardingImports.id, id))
    .for('update');
  return row ?? null;
}

/** Waits, until the transaction ends, for whoever else imports into the same supplier's ledger. */
export const queueForLedger = (tx: Tx, organisationId: string) =>
  tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended('ledger:' || ${organisationId}, 0))`,
  );
