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
