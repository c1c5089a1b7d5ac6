import { z } from 'zod';
import { defineCaseCommand } from '@/lib/commands/define-command';
import { optionalTextSchema } from '@/lib/domain/text-schema';
import { assigneeProblem, caseChanged, referenceSchema } from './case-guards';
import { endRequest } from './end-request';

const input = z.object({
  reference: referenceSchema,
  /** The supplier reads it. */
  reason: optionalTextSchema({ what: 'Reason', max: 2000 }).default(''),
  /** The application's version that the page showed. */
  version: z.coerce.number().int(),
});

/**
 * Takes an open request back before it is answered; the supplier reads that, with the reason.
 * Problems: those of the case's assessor, `conflict` for a stale version, `invalid` (reason).
 */
export const cancelRequest = defineCaseCommand({
  name: 'request.cancel',
  permission: 'case:review',
  input,
  run: async (context) => {
    const { application, input } = context;
    const notTheirs = await assigneeProblem(context, ['information_requested']);
    if (notTheirs) return notTheirs;
    if (input.version !== application.version) return caseChanged(String(application.version));
    return endRequest(context, 'cancelled', input.reason.trim() || null);
  },
});
