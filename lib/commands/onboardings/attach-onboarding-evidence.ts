import { z } from 'zod';
import { readOnboardingEvidence } from '@/db/evidence';
import { chainOfOnboarding } from '@/db/onboardings';
import { keepFiles, tooMuchProblem } from '@/lib/commands/evidence/keep-files';
import { evidenceDatesProblem } from '@/lib/domain/evidence';
import {
  type AttachedEvidence,
  evidenceDatesShape,
  freshFiles,
  storedFilesSchema,
} from '@/lib/domain/evidence-inputs';
import { invalid, ok } from '@/lib/domain/result';
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
    const tooMuch = tooMuchProblem(kept, fresh);
    if (tooMuch) return tooMuch;
    const as = {
      ...{ organisationId: row.organisationId, applicationId: null },
      ...({ subjectKind: 'euo', subjectId: row.id } as const),
      ...{ effectiveFrom, expiresOn, uploadedBy: personId },
    };
    const contents = { onboardingId: row.id };
    const target = chainOfOnboarding(row);
    return ok(
      await keepFiles({ tx, now, record }, { given: input.files, fresh, as, contents, target }),
    );
  },
});
