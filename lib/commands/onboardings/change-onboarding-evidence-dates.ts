import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { findOnboardingEvidence } from '@/db/evidence';
import { chainOfOnboarding } from '@/db/onboardings';
import { evidenceFiles } from '@/db/schema';
import { evidenceDatesProblem } from '@/lib/domain/evidence';
import { evidenceDatesShape } from '@/lib/domain/evidence-inputs';
import { fail, invalid, notFound, ok, refused } from '@/lib/domain/result';
import { defineOnboardingCommand } from './define-onboarding-command';

const inputSchema = z.object({
  onboardingId: z.uuid(),
  fileId: z.uuid(),
  /** The dates that the form was made from, so that a colleague's are not lost. */
  version: z.number().int().min(1),
  ...evidenceDatesShape,
});

/**
 * Changes from when to when a file of an onboarding counts. The same dates again change nothing.
 * Problems: `not_found`, `invalid` (a date), `refused` 'declared' for one that was given to the
 * assessor, and `conflict` with the dates that stand (evidence).
 */
export const changeOnboardingEvidenceDates = defineOnboardingCommand<
  z.infer<typeof inputSchema>,
  { name: string }
>({
  name: 'onboarding.change-evidence-dates',
  permission: 'onboarding:edit',
  input: inputSchema,
  run: async ({ tx, row, input, record }) => {
    const { effectiveFrom, expiresOn } = input;
    const after = { effectiveFrom, expiresOn };
    const wrong = evidenceDatesProblem(after);
    if (wrong) return invalid(wrong);
    const file = await findOnboardingEvidence(tx, row, input.fileId);
    if (!file) return notFound();
    if (file.declared)
      return refused('declared', 'This file was given to the assessor, so its dates stay.');
    const { id: fileId, name, version } = file;
    const before = { effectiveFrom: file.effectiveFrom, expiresOn: file.expiresOn };
    if (before.effectiveFrom === effectiveFrom && before.expiresOn === expiresOn)
      return ok({ name });
    if (version !== input.version) {
      const fields = {
        effectiveFrom: before.effectiveFrom ?? '',
        expiresOn: before.expiresOn ?? '',
      };
      const conflict = { version, fields, changedBy: null, changedAt: null };
      return fail({ kind: 'conflict', conflict });
    }
    await tx
      .update(evidenceFiles)
      .set({ ...after, version: sql`${evidenceFiles.version} + 1` })
      .where(
        and(eq(evidenceFiles.organisationId, row.organisationId), eq(evidenceFiles.id, fileId)),
      );
    const contents = { onboardingId: row.id, fileId, name, before, after };
    await record({ type: 'evidence.dated', contents, draft: true }, chainOfOnboarding(row));
    return ok({ name });
  },
});
