import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { type CopyRow, type StagedColumns, stageRows } from '@/db/copy';
import { chainOfSnapshot, lockSnapshot, readSnapshotBefore } from '@/db/registers';
import { registerSnapshots } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import type { PlainDate } from '@/lib/domain/dates';
import { columnsProblem, findColumns } from '@/lib/domain/file-columns';
import type { SnapshotState } from '@/lib/domain/register';
import { needsConfirmation, REGISTER_COLUMNS, readRegisterRow } from '@/lib/domain/register-file';
import { notFound, ok } from '@/lib/domain/result';

/** A row of the file and the line on which it begins, from 1. */
export type FileLine = { line: number; cells: readonly string[] };

/** The file holds no register: its headings are not there. `message` is for the one who uploaded it. */
export class NoRegister extends Error {
  override name = 'NoRegister';
}

const STAGED: StagedColumns = {
  ...{ line: 'integer', reason: 'text', raw: 'text', code: 'text', name: 'text' },
  ...{ status: 'text', edition: 'text', level: 'text', published_on: 'date' },
  ...{ sector: 'text', board: 'text' },
};
const MOST_OF_RAW = 200;

/** Rows as the rules read them, and those that they refuse, on the way into the staging table. */
async function* readRows(lines: AsyncIterable<FileLine>, on: PlainDate): AsyncGenerator<CopyRow> {
  let columns: Parameters<typeof readRegisterRow>[1] | null = null;
  let width = 0;
  for await (const { line, cells } of lines) {
    if (!columns) {
      const found = findColumns(REGISTER_COLUMNS, cells);
      if (!found.ok) throw new NoRegister(columnsProblem(found.missing, found.doubled));
      columns = found.columns;
      width = cells.length;
      continue;
    }
    const read =
      cells.length > width
        ? ({ ok: false, reason: 'cells' } as const)
        : readRegisterRow(cells, columns, on);
    const raw = cells.join(',').replaceAll('\0', '').slice(0, MOST_OF_RAW);
    if (!read.ok) yield [line, read.reason, raw, ...Array<null>(8).fill(null)];
    else {
      const { code, name, status, edition, level, publishedOn, sector, board } = read.row;
      yield [line, null, raw, code, name, status, edition, level, publishedOn, sector, board];
    }
  }
  if (!columns) throw new NoRegister('The selected file is empty');
}

/** Moves what was staged into its tables: of a code that stands twice the first row, the rest refused. */
async function keepStaged(tx: Tx, snapshotId: string): Promise<{ rows: number; refused: number }> {
  await tx.execute(sql`update staged_register s set reason = 'code_twice' from (
      select line, row_number() over (partition by code order by line) as place
      from staged_register where reason is null) d
    where d.line = s.line and d.place > 1`);
  const rows =
    await tx.execute(sql`insert into register_rows (snapshot_id, code, line, name, status,
      edition, level, published_on, sector, board)
    select ${snapshotId}::uuid, code, line, name, status, edition, level, published_on, sector, board
    from staged_register where reason is null`);
  const refused =
    await tx.execute(sql`insert into register_refusals (snapshot_id, line, reason, text)
    select ${snapshotId}::uuid, line, reason, raw from staged_register where reason is not null`);
  return { rows: rows.count, refused: refused.count };
}

const inputSchema = z.object({
  snapshotId: z.uuid(),
  lines: z.custom<AsyncIterable<FileLine>>((value) => value !== null),
});

/**
 * Reads a snapshot's file into the portal, all of it or nothing, as the job that its upload enqueued;
 * one that was read already stays as it is. Few rows beside the snapshot before it make it wait to be
 * confirmed (the DSPT rules). Throws NoRegister where the headings are missing, and whatever `lines`
 * throws. Problem: `not_found`.
 */
export const readSnapshot = defineCommand<z.infer<typeof inputSchema>, { state: SnapshotState }>({
  name: 'register.read',
  permission: 'register:read',
  input: inputSchema,
  run: async ({ tx, input, now, record }) => {
    const snapshot = await lockSnapshot(tx, input.snapshotId);
    if (!snapshot) return notFound();
    if (snapshot.state !== 'waiting') return ok({ state: snapshot.state });
    await stageRows(tx, 'staged_register', STAGED, readRows(input.lines, snapshot.asOf));
    const { rows, refused } = await keepStaged(tx, snapshot.id);
    if (rows === 0) throw new NoRegister('The selected file has no row that can be read');
    const statuses = await tx.execute<{ status: string; rows: number }>(sql`
      select status, count(*)::int as rows from staged_register where reason is null
      group by status order by 2 desc, 1 limit 50`);
    const before = await readSnapshotBefore(tx, snapshot);
    const few = needsConfirmation(rows, before?.rows ?? null);
    const state = few ? 'to_confirm' : 'ready';
    await tx
      .update(registerSnapshots)
      .set({ state, rows, refused, statuses: [...statuses], readAt: now })
      .where(eq(registerSnapshots.id, snapshot.id));
    await record(
      { type: 'register.read', contents: { rows, refused, state } },
      chainOfSnapshot(snapshot),
    );
    return ok({ state });
  },
});

/**
 * Says of a snapshot that its file could not be read, and why, in words for whoever uploaded it. One
 * that was read stays as it is. Problem: `not_found`.
 */
export const refuseSnapshot = defineCommand({
  name: 'register.refuse',
  permission: 'register:read',
  input: z.object({ snapshotId: z.uuid(), problem: z.string().min(1).max(500) }),
  run: async ({ tx, input, now, record }) => {
    const snapshot = await lockSnapshot(tx, input.snapshotId);
    if (!snapshot) return notFound();
    if (snapshot.state !== 'waiting') return ok(null);
    await tx
      .update(registerSnapshots)
      .set({ state: 'refused', problem: input.problem, readAt: now })
      .where(eq(registerSnapshots.id, snapshot.id));
    const contents = { state: 'refused', problem: input.problem };
    await record({ type: 'register.read', contents }, chainOfSnapshot(snapshot));
    return ok(null);
  },
});
