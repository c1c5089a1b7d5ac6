import { and, desc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import type { PlainDate } from '@/lib/domain/dates';
import type { ShownStatus } from '@/lib/domain/product-assurance';
import type { RegisterRow } from '@/lib/domain/register-file';
import type { RegisterAnswer } from '@/lib/domain/register-truth';
import type { Tx } from './client';
import { registerRows, registerSnapshots } from './schema';

type Snapshot = { id: string; asOf: PlainDate; complete: boolean };

/** Whether a snapshot is not a later one than the one of this id. */
const upTo = (alias: string, id: string | undefined) => {
  const own = sql.identifier(alias);
  return id === undefined
    ? sql`true`
    : sql`(${own}.as_of, ${own}.uploaded_at) <=
        (select last.as_of, last.uploaded_at from register_snapshots last where last.id = ${id})`;
};

/**
 * The last that the DSPT register said of each of these codes, folded, by code: the newest row that no
 * whole snapshot came after, as nothing new is known of a code that one that may not be whole leaves
 * out. One that is left out here never was in it, or has left it. `last`: the snapshot to end with.
 */
async function readLastRows(
  tx: Tx,
  codes: readonly string[],
  last?: string,
): Promise<Map<string, { snapshot: Snapshot; entry: RegisterRow }>> {
  if (codes.length === 0) return new Map();
  const { line: _line, snapshotId: _id, ...columns } = getTableColumns(registerRows);
  const { id, asOf, complete, register, state, uploadedAt } = registerSnapshots;
  const rows = await tx
    .selectDistinctOn([registerRows.code], { entry: columns, snapshot: { id, asOf, complete } })
    .from(registerRows)
    .innerJoin(registerSnapshots, eq(id, registerRows.snapshotId))
    .where(
      and(
        inArray(registerRows.code, [...new Set(codes)]),
        ...[eq(register, 'dspt'), eq(state, 'ready'), upTo('register_snapshots', last)],
        sql`not exists (select from register_snapshots whole
          where whole.register = 'dspt' and whole.state = 'ready' and whole.complete
            and (whole.as_of, whole.uploaded_at) > (${asOf}, ${uploadedAt})
            and ${upTo('whole', last)})`,
      ),
    )
    .orderBy(registerRows.code, desc(asOf), desc(uploadedAt));
  return new Map(rows.map((row) => [row.entry.code, row]));
}

/**
 * What the DSPT register shows of each of these codes, folded, by code, with the day of the snapshot
 * that says it; a code without a row is left out. One round trip however many there are.
 */
export async function readShownStatuses(
  tx: Tx,
  codes: readonly string[],
): Promise<Map<string, ShownStatus>> {
  const rows = await readLastRows(tx, codes);
  return new Map(
    [...rows].map(([code, { snapshot, entry }]) => [
      code,
      { level: entry.level, edition: entry.edition, asOf: snapshot.asOf },
    ]),
  );
}

/** What the DSPT register answers to each of these codes as of a snapshot; null where there is none. */
export async function readAnswers(
  tx: Tx,
  last: Snapshot | null,
  codes: readonly string[],
): Promise<(code: string) => RegisterAnswer | null> {
  if (!last) return () => null;
  const rows = await readLastRows(tx, codes, last.id);
  return (code) => {
    const { snapshot, entry } = rows.get(code) ?? { snapshot: last, entry: null };
    return { snapshotId: snapshot.id, asOf: snapshot.asOf, complete: snapshot.complete, entry };
  };
}
