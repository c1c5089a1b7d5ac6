import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { readOpenRequest, targetOf } from '@/db/case';
import { informationRequests } from '@/db/schema';
import { defineCaseCommand } from '@/lib/commands/define-command';
import { ok, wrongStatus } from '@/lib/domain/result';
import { MAX_DETAILS } from '@/lib/domain/text';
import { requiredTextSchema } from '@/lib/domain/text-schema';

const inputSchema = z.object({
  reference: z.string(),
  reason: requiredTextSchema({ what: 'The reason', max: MAX_DETAILS }),
});
type Input = z.infer<typeof inputSchema>;

/**
 * Asks the assessor for a later due date of the open request; the date itself does not change.
 * Asking again with the same words changes nothing. Problems: `forbidden`, `not_found`,
 * `wrong_status` (no request is open), `invalid` (`reason`, 1 to 2000 characters).
 */
export const askForMoreTime = defineCaseCommand<Input, { reference: string }>({
  name: 'request.ask_for_more_time',
  permission: 'request:ask-time',
  input: inputSchema,
  run: async ({ tx, application, input, now, record }) => {
    const request = await readOpenRequest(tx, application.id);
    if (!request || application.status !== 'information_requested') return wrongStatus();
    const answer = ok({ reference: application.reference });
    if (request.extensionReason === input.reason) return answer;
    await tx
      .update(informationRequests)
      .set({ extensionAskedAt: now, extensionReason: input.reason })
      .where(eq(informationRequests.id, request.id));
    const contents = { round: request.round, dueOn: request.dueOn, reason: input.reason };
    await record({ type: 'request.extension_asked', contents }, targetOf(application));
    return answer;
  },
});
