import { and, eq, inArray, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { enqueue } from '@/db/job-queue';
import { deliveries, messages, people } from '@/db/schema';
import { defineCommand } from '@/lib/commands/define-command';
import { ok } from '@/lib/domain/result';

/**
 * One email for each person with everything that is to be told in one, unless they read it in the
 * portal meanwhile. Each message goes into one digest only. Answers how many emails.
 */
export const makeDigests = defineCommand({
  name: 'message.make-digests',
  permission: 'message:send',
  input: z.object({}),
  run: async ({ tx, now }) => {
    const waiting = await tx
      .select({ id: messages.id, personId: messages.personId })
      .from(messages)
      .innerJoin(people, eq(people.id, messages.personId))
      .where(
        and(
          eq(messages.way, 'digest'),
          isNull(messages.digestId),
          isNull(messages.readAt),
          eq(people.active, true),
        ),
      );
    const readers = new Set(waiting.map(({ personId }) => personId));
    for (const personId of readers) {
      const ids = waiting.filter((row) => row.personId === personId).map(({ id }) => id);
      const row = { messageId: null, personId, state: 'queued', createdAt: now } as const;
      const [made] = await tx.insert(deliveries).values(row).returning({ id: deliveries.id });
      if (!made) throw new Error('the digest was not stored');
      await tx.update(messages).set({ digestId: made.id }).where(inArray(messages.id, ids));
      await enqueue(tx, 'send-mail', { deliveryId: made.id });
    }
    return ok({ digests: readers.size });
  },
});
