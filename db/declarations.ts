import { asc, desc, eq } from 'drizzle-orm';
import type { Tx } from './client';
import { declarations } from './schema';

export type DeclarationRow = typeof declarations.$inferSelect;

/** Every submission of an application, oldest first, those included that were taken back again. */
export const readSubmissions = (tx: Tx, applicationId: string): Promise<DeclarationRow[]> =>
  tx
    .select()
    .from(declarations)
    .where(eq(declarations.applicationId, applicationId))
    .orderBy(asc(declarations.chainSequence));

/**
 * The submission that stands in each round, by round: after one was taken back and sent again, the
 * later one. Everything that reads answers by round goes through here.
 */
export async function readDeclarations(tx: Tx, applicationId: string): Promise<DeclarationRow[]> {
  const byRound = new Map<number, DeclarationRow>();
  for (const row of await readSubmissions(tx, applicationId)) byRound.set(row.round, row);
  return [...byRound.values()].sort((a, b) => a.round - b.round);
}

/** What was submitted last, whether or not it was taken back since; null before the first time. */
export async function readLastDeclaration(tx: Tx, applicationId: string) {
  const [last] = await tx
    .select({ frozen: declarations.frozen })
    .from(declarations)
    .where(eq(declarations.applicationId, applicationId))
    .orderBy(desc(declarations.chainSequence))
    .limit(1);
  return last?.frozen ?? null;
}
