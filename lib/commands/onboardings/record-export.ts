import { z } from 'zod';
import { defineCommand } from '@/lib/commands/define-command';
import { EXPORT_FORMATS } from '@/lib/domain/euo-export';
import { isSupplier } from '@/lib/domain/permissions';
import { forbidden, ok } from '@/lib/domain/result';

/**
 * Notes in the organisation's history what somebody takes away of its ledger, before it is sent.
 * Problem: `forbidden`.
 */
export const recordExport = defineCommand({
  name: 'onboardings.export',
  permission: 'onboarding:view',
  input: z.object({
    format: z.enum(EXPORT_FORMATS),
    /** As the list's address says it. */
    filter: z.string().max(2000),
  }),
  run: async ({ actor, input, record }) => {
    if (!isSupplier(actor)) return forbidden();
    const { organisationId } = actor;
    await record(
      { type: 'onboardings.exported', contents: input },
      { kind: 'organisation', id: organisationId, organisationId },
    );
    return ok(null);
  },
});
