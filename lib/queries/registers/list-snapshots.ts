import { and, desc, eq, lt, or } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { readSnapshotsInUse } from '@/db/registers';
import { people, registerSnapshots } from '@/db/schema';
import type { PlainDate } from '@/lib/domain/dates';
import { type Actor, can } from '@/lib/domain/permissions';
import type { RegisterId, SnapshotState } from '@/lib/domain/register';
import { readCursor, writeCursor } from '@/lib/queries/apply/cursor';

const PAGE = 25;

export type ListedSnapshot = {
  id: string;
  register: RegisterId;
  fileName: string;
  asOf: PlainDate;
  state: SnapshotState;
  rows: number;
  refused: number;
  uploader: string;
  uploadedAt: Date;
  /** True for the one that the register is asked by. */
  inUse: boolean;
};
export type SnapshotPage = {
  rows: ListedSnapshot[];
  next: string | null;
  inUse: ReadonlyMap<RegisterId, { id: string; asOf: PlainDate; rows: number }>;
};

/**
 * The snapshots of every register, the latest uploaded first, 25 at a time, and those in use; `after`
 * is the `next` of the page before. Null without the permission.
 */
export async function listSnapshots(actor: Actor, after?: string): Promise<SnapshotPage | null> {
  if (!can(actor, 'register:view')) return null;
  const cursor = readCursor(after);
  const { uploadedAt, id } = registerSnapshots;
  return asActor(actor, async (tx) => {
    const inUse = await readSnapshotsInUse(tx);
    const found = await tx
      .select({
        ...{ id, uploadedAt },
        register: registerSnapshots.register,
        fileName: registerSnapshots.fileName,
        asOf: registerSnapshots.asOf,
        state: registerSnapshots.state,
        rows: registerSnapshots.rows,
        refused: registerSnapshots.refused,
        uploader: people.name,
      })
      .from(registerSnapshots)
      .innerJoin(people, eq(people.id, registerSnapshots.uploadedBy))
      .where(
        cursor
          ? or(lt(uploadedAt, cursor.at), and(eq(uploadedAt, cursor.at), lt(id, cursor.id)))
          : undefined,
      )
      .orderBy(desc(uploadedAt), desc(id))
      .limit(PAGE + 1);
    const rows = found
      .slice(0, PAGE)
      .map((row) => ({ ...row, inUse: row.id === inUse.get(row.register)?.id }));
    const last = rows.at(-1);
    const next =
      found.length > PAGE && last ? writeCursor({ at: last.uploadedAt, id: last.id }) : null;
    return { rows, next, inUse };
  });
}
