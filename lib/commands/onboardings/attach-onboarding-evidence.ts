import { z } from 'zod';
import { addEvidence, readOnboardingEvidence } from '@/db/evidence';
import { enqueue } from '@/db/job-queue';
import { chainOfOnboarding } from '@/db/onboardings';
import {
  evidenceDatesProblem,
  evidenceProblem,
  MOST_BYTES_OF_AN_APPLICATION,
} from '@/lib/domain/evidence';
import {
  type AttachedEvidence,
  evidenceDatesShape,
  freshFiles,
  storedFilesSchema,
} from '@/lib/domain/evidence-inputs';
import { invalid, ok, refused } from '@/lib/domain/result';
import { defineOnboardingCommand } from './define-onboarding-command';

const inputSchema = z.object({
  onboardingId: z.uuid(),
  files: storedFilesSchema,
  ...evidenceDatesShape,
});

/**
 * Attaches files that were stored and checked to an onboarding, whatever its state, and has them
 * scanned. A file that is attached there already, by its hash, is left as it is. Problems:
 * `not_found`, `invalid` (a date), `refused` 'too_much' past 200 MB of one onboarding (evidence).
 */
export const attachOnboardingEvidence = defineOnboardingCommand<
  z.infer<typeof inputSchema>,
  AttachedEvidence
>({
  name: 'onboarding.attach-evidence',
  permission: 'onboarding:edit',
  input: inputSchema,
  run: async ({ tx, row, personId, input, now, record }) => {
    const { effectiveFrom, expiresOn } = input;
    const dates = evidenceDatesProblem({ effectiveFrom, expiresOn });
    if (dates) return invalid(dates);
    const kept = await readOnboardingEvidence(tx, row);
    const fresh = freshFiles(input.files, kept);
    const bytes = [...kept, ...fresh].reduce((sum, { size }) => sum + size, 0);
    const last = fresh.at(-1);
    if (last && bytes > MOST_BYTES_OF_AN_APPLICATION)
      return refused('too_much', evidenceProblem('too_much', last.name));
    for (const { key, ...file } of fresh) {
      const fileId = await addEvidence(tx, {
        ...{ ...file, storageKey: key, organisationId: row.organisationId, applicationId: null },
        ...({ subjectKind: 'euo', subjectId: row.id } as const),
        ...{ effectiveFrom, expiresOn, uploadedBy: personId, uploadedAt: now },
      });
      const { name, size, sha256 } = file;
      const contents = {
        ...{ onboardingId: row.id, fileId, name, size, sha256, effectiveFrom, expiresOn },
      };
      await record({ type: 'evidence.attached', contents, draft: true }, chainOfOnboarding(row));
      await enqueue(tx, 'scan-evidence', { fileId });
    }
    const used = new Set(fresh.map(({ key }) => key));
    return ok({
      attached: fresh.map(({ name }) => name),
      unused: input.files.map(({ key }) => key).filter((key) => !used.has(key)),
    });
  },
});
