import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { readOpenRequest } from '@/db/case';
import { informationRequests } from '@/db/schema';
import { defineCaseCommand } from '@/lib/commands/define-command';
import { moveApplication } from '@/lib/commands/move-application';
import { ok } from '@/lib/domain/result';
import { MAX_DETAILS } from '@/lib/domain/text';
import { requiredTextSchema } from '@/lib/domain/text-schema';

const inputSchema = z.object({
  reference: z.string(),
  reason: requiredTextSchema({ what: 'The reason for withdrawing', max: MAX_DETAILS }),
});
type Input = z.infer<typeof inputSchema>;

/**
 * Ends an open application for good; an open request ends with it. Problems: `forbidden`,
 * `not_found`, `wrong_status`, `invalid` (`reason`, 1 to 2000 characters).
 */
export const withdrawApplication = defineCaseCommand<Input, { reference: string }>({
  name: 'application.withdraw',
  permission: 'application:withdraw',
  input: inputSchema,
  run: async (context) => {
    const { tx, application, input, now } = context;
    const request = await readOpenRequest(tx, application.id);
    if (request)
      await tx
        .update(informationRequests)
        .set({ status: 'cancelled', endedAt: now })
        .where(eq(informationRequests.id, request.id));
    const moved = await moveApplication(
      context,
      'withdraw',
      {
        type: 'application.withdrawn',
        contents: { round: application.round, from: application.status, reason: input.reason },
      },
      { changes: { dueOn: null } },
    );
    return moved.ok ? ok({ reference: application.reference }) : moved;
  },
});
