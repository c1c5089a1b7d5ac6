import { and, eq, isNull, lte } from 'drizzle-orm';
import { z } from 'zod';
import { messages } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import { forbidden, ok } from '@/lib/domain/result';

/**
 * Marks one's own messages as read, up to the newest that the page showed (`until`, an ISO instant):
 * what came later stays new. Answers how many.
 */
export const markRead = defineCommand({
  name: 'message.mark-read',
  permission: 'account:own',
  input: z.object({ until: z.coerce.date() }),
  run: async ({ tx, actor, input, now }) => {
    if (actor.kind !== 'person') return forbidden();
    const marked = await tx
      .update(messages)
      .set({ readAt: now })
      .where(
        and(
          eq(messages.personId, actor.personId),
          isNull(messages.readAt),
          lte(messages.createdAt, input.until),
        ),
      )
      .returning({ id: messages.id });
    return ok({ marked: marked.length });
  },
});
