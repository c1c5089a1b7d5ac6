import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { readOpenQuestions } from '@/db/answers';
import { targetOf } from '@/db/case';
import { findEvidence } from '@/db/evidence';
import { enqueue } from '@/db/job-queue';
import { evidenceFiles } from '@/db/schema';
import { defineCaseCommand } from '@/lib/commands/define-command';
import { findQuestion } from '@/lib/domain/questions/catalogue';
import { notFound, ok, refused, wrongStatus } from '@/lib/domain/result';

const inputSchema = z.object({ reference: z.string(), fileId: z.uuid() });

/**
 * Removes a file from a question that is open, and its bytes soon after. Problems: `not_found` (also
 * a file that is not this application's), `wrong_status`, and `refused` 'declared' for one that a
 * declaration froze: it can be superseded, not removed (evidence).
 */
export const removeEvidence = defineCaseCommand<z.infer<typeof inputSchema>, { name: string }>({
  name: 'evidence.remove',
  permission: 'answer:edit',
  input: inputSchema,
  run: async ({ tx, application, input, now, record }) => {
    const file = await findEvidence(tx, application.id, input.fileId);
    if (!file) return notFound();
    if (file.declared)
      return refused(
        'declared',
        'This file is part of a declaration, so it cannot be removed. Upload a newer one to take its place.',
      );
    const question = findQuestion(file.subjectId);
    if (!question) return wrongStatus();
    const { open } = await readOpenQuestions(tx, application);
    if (!open.includes(question.id)) return wrongStatus();
    await tx
      .update(evidenceFiles)
      .set({ removedAt: now })
      .where(
        and(
          eq(evidenceFiles.organisationId, application.organisationId),
          eq(evidenceFiles.id, file.id),
        ),
      );
    const { id: fileId, name, sha256 } = file;
    const contents = { questionId: question.id, fileId, name, sha256 };
    await record({ type: 'evidence.removed', contents, draft: true }, targetOf(application));
    await enqueue(tx, 'purge-evidence', { storageKey: file.storageKey });
    return ok({ name });
  },
});
