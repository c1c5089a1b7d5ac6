import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { findOnboardingEvidence } from '@/db/evidence';
import { enqueue } from '@/db/job-queue';
import { chainOfOnboarding } from '@/db/onboardings';
import { evidenceFiles } from '@/db/schema';
import { notFound, ok, refused } from '@/lib/domain/result';
import { defineOnboardingCommand } from './define-onboarding-command';

const inputSchema = z.object({ onboardingId: z.uuid(), fileId: z.uuid() });

/**
 * Removes a file from an onboarding, and its bytes soon after. Problems: `not_found` (also a file that
 * is not this onboarding's), and `refused` 'declared' for one that was given to the assessor (evidence).
 */
export const removeOnboardingEvidence = defineOnboardingCommand<
  z.infer<typeof inputSchema>,
  { name: string }
>({
  name: 'onboarding.remove-evidence',
  permission: 'onboarding:edit',
  input: inputSchema,
  run: async ({ tx, row, input, now, record }) => {
    const file = await findOnboardingEvidence(tx, row, input.fileId);
    if (!file) return notFound();
    if (file.declared)
      return refused('declared', 'This file was given to the assessor, so it cannot be removed.');
    await tx
      .update(evidenceFiles)
      .set({ removedAt: now })
      .where(
        and(eq(evidenceFiles.organisationId, row.organisationId), eq(evidenceFiles.id, file.id)),
      );
    const { id: fileId, name, sha256, storageKey } = file;
    const contents = { onboardingId: row.id, fileId, name, sha256 };
    await record({ type: 'evidence.removed', contents, draft: true }, chainOfOnboarding(row));
    await enqueue(tx, 'purge-evidence', { storageKey });
    return ok({ name });
  },
});
