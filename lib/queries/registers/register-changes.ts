import { and, eq, exists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Tx } from '@/db/client';
import { readSnapshotBefore } from '@/db/registers';
import { approvals, organisations, registerRows, type registerSnapshots } from '@/db/schema';
import type { PlainDate } from '@/lib/domain/dates';
import { REGISTERS } from '@/lib/domain/register';
import { type RegisterChange, registerChanges } from '@/lib/domain/register-change';

export type ChangedSupplier = {
  organisationId: string;
  name: string;
  code: string;
  changes: RegisterChange[];
  before: string | null;
  after: string | null;
};
export type RegisterChanges = {
  /** The day of the snapshot before; null where there was none to compare with. */
  since: PlainDate | null;
  suppliers: ChangedSupplier[];
};

/**
 * What a snapshot in use says otherwise than the one before it of the suppliers with an approval in
 * force, by name; null for one that is not in use, and for ODS
 * files, which say nothing of a DSPT status.
 */
export async function readRegisterChanges(
  tx: Tx,
  snapshot: typeof registerSnapshots.$inferSelect,
): Promise<RegisterChanges | null> {
  if (snapshot.state !== 'ready' || REGISTERS[snapshot.register].kind !== 'dspt') return null;
  const before = await readSnapshotBefore(tx, snapshot);
  if (!before) return { since: null, suppliers: [] };
  const [was, is] = [alias(registerRows, 'was'), alias(registerRows, 'is')];
  const code = sql<string>`coalesce(${organisations.dsptIdentifier}, ${organisations.odsCode})`;
  const approved = tx
    .select({ one: sql`1` })
    .from(approvals)
    .where(and(eq(approvals.organisationId, organisations.id), eq(approvals.status, 'in_force')));
  const rows = await tx
    .select({ organisationId: organisations.id, name: organisations.name, code, was, is })
    .from(organisations)
    .leftJoin(was, and(eq(was.snapshotId, before.id), eq(was.code, code)))
    .leftJoin(is, and(eq(is.snapshotId, snapshot.id), eq(is.code, code)))
    .where(exists(approved))
    .orderBy(organisations.name, organisations.id);
  const suppliers = rows.flatMap(({ was: earlier, is: later, ...supplier }) => {
    const changes = registerChanges(
      { entry: earlier, on: before.asOf },
      { entry: later, on: snapshot.asOf, complete: snapshot.complete },
    );
    if (changes.length === 0) return [];
    return [
      { ...supplier, changes, before: earlier?.status ?? null, after: later?.status ?? null },
    ];
  });
  return { since: before.asOf, suppliers };
}
