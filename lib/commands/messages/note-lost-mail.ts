import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineCommand } from '@/lib/commands/define-command';
import { ok } from '@/lib/domain/result';

const WHY = 'Something went wrong at every attempt, so it was not sent.';

/**
 * Marks emails as failed that still wait although no job will send them any more, as when a worker
 * died in the last attempt: managers see them then, and can have them tried again. Answers how many.
 */
export const noteLostMail = defineCommand({
  name: 'message.note-lost-mail',
  permission: 'message:send',
  input: z.object({}),
  run: async ({ tx, now }) => {
    const lost = await tx.execute(sql`update deliveries
      set state = 'failed', last_answer = ${WHY}, settled_at = ${now.toISOString()}::timestamptz
      where state = 'queued' and id in (select find_lost_mail()) returning id`);
    return ok({ lost: lost.length });
  },
});
