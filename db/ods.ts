import { sql } from 'drizzle-orm';
import { REGISTERS, type RegisterId } from '@/lib/domain/register';
import type { Tx } from './client';

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
