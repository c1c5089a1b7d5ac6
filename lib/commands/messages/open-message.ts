import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { messages } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import { forbidden, notFound, ok } from '@/lib/domain/result';

/**
 * Marks one of one's own messages as read, since its link is followed; answers the path that it leads
 * to. When it was first read stays. Problem: `not_found`, also of somebody else's.
 */
export const openMessage = defineCommand({
  name: 'message.open',
  permission: 'account:own',
  input: z.object({ id: z.uuid() }),
  run: async ({ tx, actor, input, now }) => {
    if (actor.kind !== 'person') return forbidden();
    const [message] = await tx
      .update(messages)
      .set({ readAt: sql`coalesce(${messages.readAt}, ${now.toISOString()})` })
      .where(and(eq(messages.id, input.id), eq(messages.personId, actor.personId)))
      .returning({ content: messages.content });
    return message ? ok({ path: message.content.path }) : notFound();
  },
});
