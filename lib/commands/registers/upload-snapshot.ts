import { and, eq, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import { enqueue } from '@/db/job-queue';
import { chainOfSnapshot } from '@/db/registers';
import { registerSnapshots } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import { parsePlainDate } from '@/lib/domain/dates';
import { asOfProblem, MOST_BYTES_OF_A_REGISTER, REGISTER_IDS } from '@/lib/domain/register';
import { forbidden, invalid, ok } from '@/lib/domain/result';

const inputSchema = z.object({
  register: z.enum(REGISTER_IDS),
  /** As the upload stored and checked it. */
  file: z.object({
    key: z.string().regex(/^[0-9a-f]{64}$/),
    name: z.string().min(1).max(200),
    size: z.number().int().positive().max(MOST_BYTES_OF_A_REGISTER),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  /** 'yyyy-mm-dd'. */
  asOf: z.string(),
  complete: z.boolean(),
});

/** `used` is false for a file that was uploaded before: its first snapshot is answered. */
export type UploadedSnapshot = { id: string; used: boolean };

/**
 * Takes a register's file, already stored, as a snapshot and has it read. The same file again is the
 * snapshot that it was, unless that was refused. Problems: `forbidden`, `invalid` (the date).
 */
export const uploadSnapshot = defineCommand<z.infer<typeof inputSchema>, UploadedSnapshot>({
  name: 'register.upload',
  permission: 'register:upload',
  input: inputSchema,
  run: async ({ tx, actor, input, now, today, record }) => {
    if (actor.kind !== 'person') return forbidden();
    const { register, file, complete } = input;
    const asOf = parsePlainDate(input.asOf);
    const wrong = asOf ? asOfProblem(asOf, today) : 'Enter the date of the file';
    if (!asOf || wrong) return invalid({ field: 'asOf', message: wrong ?? '' });
    const { key: storageKey, name: fileName, size, sha256 } = file;
    const [made] = await tx
      .insert(registerSnapshots)
      .values({
        ...{ register, fileName, size, sha256, storageKey, asOf, complete },
        ...{ state: 'waiting', uploadedBy: actor.personId, uploadedAt: now },
      })
      .onConflictDoNothing({
        target: [registerSnapshots.register, registerSnapshots.sha256],
        where: sql`state <> 'refused'`,
      })
      .returning({ id: registerSnapshots.id });
    if (made) {
      const contents = { register, fileName, sha256, asOf, complete };
      await record({ type: 'register.uploaded', contents }, chainOfSnapshot(made));
      await enqueue(tx, 'read-register', { snapshotId: made.id });
      return ok({ id: made.id, used: true });
    }
    const [known] = await tx
      .select({ id: registerSnapshots.id })
      .from(registerSnapshots)
      .where(
        and(
          eq(registerSnapshots.register, register),
          eq(registerSnapshots.sha256, sha256),
          ne(registerSnapshots.state, 'refused'),
        ),
      );
    if (!known) throw new Error('a snapshot that is there cannot be seen');
    return ok({ id: known.id, used: false });
  },
});
