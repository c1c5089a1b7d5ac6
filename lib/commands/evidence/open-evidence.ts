import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { chainOfFile } from '@/db/evidence';
import { evidenceFiles } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import { mayDownload, NO_DOWNLOAD } from '@/lib/domain/evidence-download';
import { isStaff } from '@/lib/domain/permissions';
import { forbidden, notFound, ok, refused } from '@/lib/domain/result';

const inputSchema = z.object({
  fileId: z.uuid(),
  /** Set by configuration: whether others than the uploader may have what nobody scanned. */
  shareUnscanned: z.boolean(),
  /** Whether the reader saw the warning about a file that nobody scanned. */
  warned: z.boolean(),
});
type Input = z.infer<typeof inputSchema>;

/** Whether a warning comes first; then nothing is opened yet. */
export type OpenedEvidence = { warn: boolean };

/**
 * Writes into the history that somebody opened a file, if they may; called once its bytes can be had. A foreign or
 * removed file is `not_found`, as is a draft's for staff. Problem: `refused` with the scan's state.
 */
export const openEvidence = defineCommand<Input, OpenedEvidence>({
  name: 'evidence.open',
  permission: 'evidence:open',
  input: inputSchema,
  run: async ({ tx, actor, input, record }) => {
    if (actor.kind !== 'person') return forbidden();
    const [file] = await tx
      .select()
      .from(evidenceFiles)
      .where(and(eq(evidenceFiles.id, input.fileId), isNull(evidenceFiles.removedAt)));
    if (!file) return notFound();
    const answer = mayDownload(
      { personId: actor.personId, seesCase: true },
      { uploadedBy: file.uploadedBy, scan: file.scan },
      { shareUnscanned: input.shareUnscanned },
    );
    if (!answer.may)
      return answer.why === 'not_found' ? notFound() : refused(answer.why, NO_DOWNLOAD[answer.why]);
    if (answer.warn && !input.warned) return ok({ warn: true });
    const chain = chainOfFile(file);
    if (chain) {
      const type = isStaff(actor) ? 'evidence.read' : 'evidence.downloaded';
      const contents = { ...chain.about, fileId: file.id, name: file.name };
      await record({ type, contents, draft: !file.declared }, chain.target);
    }
    return ok({ warn: false });
  },
});
