import { eq, sql } from 'drizzle-orm';
import type { OdsFact } from '@/lib/domain/ods-fact';
import { REGISTERS, type RegisterId } from '@/lib/domain/register';
import type { Tx } from './client';
import { odsOrganisations } from './schema';

/**
 * Brings the rows of an ODS file into what is known of each code, where its snapshot is ready; for
 * others, and for those of other registers, nothing. Belongs into the transaction that makes it so.
 */
export async function takeOdsIntoUse(
  tx: Tx,
  { id, register }: { id: string; register: RegisterId },
): Promise<void> {
  const { kind, role } = REGISTERS[register];
  if (kind === 'ods') await tx.execute(sql`select use_ods_snapshot(${id}, ${role})`);
}

type Row = typeof odsOrganisations.$inferSelect;

/** A row of what is known of a code as the fact that it is. */
function factOf({ active, lookedUpAt: _, snapshotId: __, code: ___, role: ____, ...row }: Row) {
  if (active === null) return { state: 'unknown', asOf: row.asOf } as const;
  return { state: active ? 'active' : 'inactive', ...row } as const;
}

/** What is known of a code, folded: from the newest file that holds it or the newest answer of ODS. */
export async function readOdsFact(tx: Tx, code: string): Promise<OdsFact> {
  const [row] = await tx.select().from(odsOrganisations).where(eq(odsOrganisations.code, code));
  if (row) return factOf(row);
  const [any] = await tx.execute<{ known: boolean }>(
    sql`select exists (select from ods_organisations) as known`,
  );
  return { state: 'unchecked', why: any?.known ? 'not_covered' : 'no_source' };
}
