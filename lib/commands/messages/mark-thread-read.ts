import { and, eq, inArray, isNull, lte } from 'drizzle-orm';
import { z } from 'zod';
import { applications, messages } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import { THREAD_KINDS } from '@/lib/domain/message-kinds';
import { forbidden, ok } from '@/lib/domain/result';

/**
 * Marks as read what told somebody of the words in a case's thread, up to the newest that its page
 * showed (`until`): what was written later stays new. Answers how many.
 */
export const markThreadRead = defineCommand({
  name: 'message.mark-thread-read',
  permission: 'account:own',
  input: z.object({ reference: z.string().max(40), until: z.coerce.date() }),
  run: async ({ tx, actor, input, now }) => {
    if (actor.kind !== 'person') return forbidden();
    const found = tx
      .select({ id: applications.id })
      .from(applications)
      .where(eq(applications.reference, input.reference));
    const marked = await tx
      .update(messages)
      .set({ readAt: now })
      .where(
        and(
          eq(messages.personId, actor.personId),
          isNull(messages.readAt),
          inArray(messages.applicationId, found),
          inArray(messages.kind, [...THREAD_KINDS]),
          lte(messages.createdAt, input.until),
        ),
      )
      .returning({ id: messages.id });
    return ok({ marked: marked.length });
  },
});
