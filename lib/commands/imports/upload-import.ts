import { z } from 'zod';
import { enqueue } from '@/db/job-queue';
import { onboardingImports } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import { MOST_BYTES_OF_AN_IMPORT } from '@/lib/domain/euo-import';
import { isSupplier } from '@/lib/domain/permissions';
import { forbidden, ok } from '@/lib/domain/result';

/**
 * Takes a file of end user organisations, already stored, and has it checked; nothing of it is in
 * the ledger before somebody confirms its preview. Problem: `forbidden`.
 */
export const uploadImport = defineCommand({
  name: 'onboardings.upload',
  permission: 'onboarding:edit',
  input: z.object({
    /** As the upload stored and checked it. */
    file: z.object({
      key: z.string().regex(/^[0-9a-f]{64}$/),
      name: z.string().min(1).max(200),
      size: z.number().int().positive().max(MOST_BYTES_OF_AN_IMPORT),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  }),
  run: async ({ tx, actor, input, now }) => {
    if (!isSupplier(actor)) return forbidden();
    const { key: storageKey, name: fileName, size, sha256 } = input.file;
    const [made] = await tx
      .insert(onboardingImports)
      .values({
        ...{ organisationId: actor.organisationId, fileName, size, sha256, storageKey },
        ...{ state: 'waiting', uploadedBy: actor.personId, uploadedAt: now },
      })
      .returning({ id: onboardingImports.id });
    if (!made) throw new Error('nothing was inserted');
    await enqueue(tx, 'check-import', { importId: made.id });
    return ok({ id: made.id });
  },
});
