import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { chainOfFile } from '@/db/evidence';
import { evidenceFiles } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import { SCAN_STATE_IDS } from '@/lib/domain/evidence-download';
import { notFound, ok } from '@/lib/domain/result';

const inputSchema = z.object({
  fileId: z.uuid(),
  scan: z.enum(SCAN_STATE_IDS).exclude(['waiting']),
  /** What was found, as the scanner names it; null when nothing was. */
  signature: z.string().max(200).nullable(),
});
type Input = z.infer<typeof inputSchema>;

/**
 * Keeps what the scanner said of a file that waits for it. One that was removed or scanned meanwhile
 * stays as it is. Problem: `not_found`.
 */
export const recordScan = defineCommand<Input, { changed: boolean }>({
  name: 'evidence.check',
  permission: 'evidence:scan',
  input: inputSchema,
  run: async ({ tx, input, now, record }) => {
    const [file] = await tx
      .select()
      .from(evidenceFiles)
      .where(eq(evidenceFiles.id, input.fileId))
      .for('update');
    if (!file) return notFound();
    const open = file.scan === 'waiting' || file.scan === 'failed';
    if (!open || file.removedAt) return ok({ changed: false });
    await tx
      .update(evidenceFiles)
      .set({ scan: input.scan, scannedAt: now })
      .where(eq(evidenceFiles.id, file.id));
    const chain = chainOfFile(file);
    if (!chain) return ok({ changed: true });
    const { id: fileId, name } = file;
    const contents = { ...chain.about, fileId, name, scan: input.scan, signature: input.signature };
    await record({ type: 'evidence.checked', contents, draft: !file.declared }, chain.target);
    return ok({ changed: true });
  },
});
