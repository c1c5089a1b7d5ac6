import { and, desc, eq, lt, ne, or } from 'drizzle-orm';
import type { RegisterId } from '@/lib/domain/register';
import type { RegisterAnswer } from '@/lib/domain/register-truth';
import type { EventTarget } from './case';
import type { Tx } from './client';
import { registerRows, registerSnapshots } from './schema';

type Snapshot = typeof registerSnapshots.$inferSelect;

/** Every snapshot is the subject of its own chain. */
export const chainOfSnapshot = ({ id }: { id: string }): EventTarget => ({
  kind: 'register',
  id,
  organisationId: null,
});

/** A snapshot's row, locked until the transaction ends; null when there is none. */
export async function lockSnapshot(tx: Tx, id: string) {
  const [row] = await tx
    .select()
    .from(registerSnapshots)
    .where(eq(registerSnapshots.id, id))
    .for('no key update');
  return row ?? null;
}

/** The snapshot that each register is asked by: the one of the latest day, not the one uploaded last. */
export async function readSnapshotsInUse(tx: Tx) {
  const rows = await tx
    .selectDistinctOn([registerSnapshots.register], {
      id: registerSnapshots.id,
      register: registerSnapshots.register,
      asOf: registerSnapshots.asOf,
      rows: registerSnapshots.rows,
    })
    .from(registerSnapshots)
    .where(eq(registerSnapshots.state, 'ready'))
    .orderBy(
      registerSnapshots.register,
      desc(registerSnapshots.asOf),
      desc(registerSnapshots.uploadedAt),
    );
  return new Map(rows.map((row) => [row.register, row]));
}

/** The one that a register is asked by, or null. */
export async function readLatestSnapshot(tx: Tx, register: RegisterId) {
  const [row] = await tx
    .select({
      id: registerSnapshots.id,
      asOf: registerSnapshots.asOf,
      rows: registerSnapshots.rows,
      complete: registerSnapshots.complete,
    })
    .from(registerSnapshots)
    .where(and(eq(registerSnapshots.register, register), eq(registerSnapshots.state, 'ready')))
    .orderBy(desc(registerSnapshots.asOf), desc(registerSnapshots.uploadedAt))
    .limit(1);
  return row ?? null;
}

/**
 * What the snapshot in use says of a code, folded, or of none; null while no snapshot is in use. One
 * round trip: pages ask it.
 */
export async function readRegisterAnswer(
  tx: Tx,
  register: RegisterId,
  code: string | null,
): Promise<RegisterAnswer | null> {
  const [row] = await tx
    .select({
      snapshotId: registerSnapshots.id,
      asOf: registerSnapshots.asOf,
      complete: registerSnapshots.complete,
      entry: {
        code: registerRows.code,
        name: registerRows.name,
        status: registerRows.status,
        edition: registerRows.edition,
        level: registerRows.level,
        publishedOn: registerRows.publishedOn,
        sector: registerRows.sector,
        board: registerRows.board,
      },
    })
    .from(registerSnapshots)
    .leftJoin(
      registerRows,
      and(eq(registerRows.snapshotId, registerSnapshots.id), eq(registerRows.code, code ?? '')),
    )
    .where(and(eq(registerSnapshots.register, register), eq(registerSnapshots.state, 'ready')))
    .orderBy(desc(registerSnapshots.asOf), desc(registerSnapshots.uploadedAt))
    .limit(1);
  return row ?? null;
}

/** The snapshot that was in use before another one: of the day before its own, or of its day before it. */
export async function readSnapshotBefore(
  tx: Tx,
  { id, register, asOf, uploadedAt }: Pick<Snapshot, 'id' | 'register' | 'asOf' | 'uploadedAt'>,
) {
  const { asOf: day, uploadedAt: at, rows, complete } = registerSnapshots;
  const [row] = await tx
    .select({ id: registerSnapshots.id, asOf: day, rows, complete })
    .from(registerSnapshots)
    .where(
      and(
        eq(registerSnapshots.register, register),
        eq(registerSnapshots.state, 'ready'),
        ne(registerSnapshots.id, id),
        or(lt(day, asOf), and(eq(day, asOf), lt(at, uploadedAt))),
      ),
    )
    .orderBy(desc(day), desc(at))
    .limit(1);
  return row ?? null;
}
