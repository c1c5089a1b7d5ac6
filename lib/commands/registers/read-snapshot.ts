import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { stageRows } from '@/db/copy';
import { startJudging } from '@/db/judging';
import { takeOdsIntoUse } from '@/db/ods';
import { chainOfSnapshot, lockSnapshot, readSnapshotBefore } from '@/db/registers';
import { registerSnapshots } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import { REGISTERS, type RegisterKind, type SnapshotState } from '@/lib/domain/register';
import { needsConfirmation } from '@/lib/domain/register-file';
import { notFound, ok } from '@/lib/domain/result';
import { dsptReader } from './dspt-reader';
import { type FileLine, type FileReader, NoRegister, STAGED } from './file-reader';
import { odsReader } from './ods-reader';

const READERS: Record<RegisterKind, FileReader> = { dspt: dsptReader, ods: odsReader };

/** Moves what was staged into its tables: of a code that stands twice the first row, the rest refused. */
async function keepStaged(
  tx: Tx,
  snapshotId: string,
  { keep }: FileReader,
): Promise<{ rows: number; refused: number }> {
  await tx.execute(sql`update staged_register s set reason = 'code_twice' from (
      select line, row_number() over (partition by code order by line) as place
      from staged_register where reason is null) d
    where d.line = s.line and d.place > 1`);
  const rows = await keep(tx, snapshotId);
  const refused =
    await tx.execute(sql`insert into register_refusals (snapshot_id, line, reason, text)
    select ${snapshotId}::uuid, line, reason, raw from staged_register where reason is not null`);
  return { rows, refused: refused.count };
}

const inputSchema = z.object({
  snapshotId: z.uuid(),
  lines: z.custom<AsyncIterable<FileLine>>((value) => value !== null),
});

/** How a snapshot stands once it is read, and the run of judging that it brings. */
type ReadRegister = { state: SnapshotState; judging: string | null };

/**
 * Reads a snapshot's file into the portal, all of it or nothing, as the job that its upload enqueued;
 * one that was read already stays as it is. Few rows beside the snapshot before it make it wait to be
 * confirmed (the DSPT rules). Throws NoRegister where the headings are missing, and whatever `lines`
 * throws. Problem: `not_found`.
 */
export const readSnapshot = defineCommand<z.infer<typeof inputSchema>, ReadRegister>({
  name: 'register.read',
  permission: 'register:read',
  input: inputSchema,
  run: async ({ tx, input, now, record }) => {
    const snapshot = await lockSnapshot(tx, input.snapshotId);
    if (!snapshot) return notFound();
    if (snapshot.state !== 'waiting') return ok({ state: snapshot.state, judging: null });
    const reader = READERS[REGISTERS[snapshot.register].kind];
    const staged = reader.stage(input.lines, snapshot.asOf);
    await stageRows(tx, 'staged_register', { ...STAGED, ...reader.columns }, staged);
    const { rows, refused } = await keepStaged(tx, snapshot.id, reader);
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
    await takeOdsIntoUse(tx, snapshot);
    const cause = { cause: 'register', snapshotId: snapshot.id, at: now } as const;
    const judging = few ? null : await startJudging(tx, cause);
    await record(
      { type: 'register.read', contents: { rows, refused, state } },
      chainOfSnapshot(snapshot),
    );
    return ok({ state, judging });
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
