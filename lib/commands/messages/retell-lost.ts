import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { defineCommand } from '@/lib/commands/define-command';
import { ok } from '@/lib/domain/result';

/** What is older is no news any more. */
const DAYS = 7;

/**
 * Has events told that nobody was told of, since every attempt failed, as when a worker died in the
 * last. A job that came to its end stays in the queue, and begins again here; one that did its work
 * is gone, so that nobody is told twice, nor of what concerned nobody. Answers how many begin again.
 */
export const retellLost = defineCommand({
  name: 'message.retell-lost',
  permission: 'message:send',
  input: z.object({}),
  run: async ({ tx, now }) => {
    const since = new Date(now.getTime() - DAYS * 24 * 60 * 60 * 1000).toISOString();
    const again = await tx.execute(sql`
      with lost as materialized (select id, payload ->> 'eventId' as event from jobs_of('tell') where not alive)
      select retry_job(l.id) from lost l join events e on e.id = l.event::uuid
      where e.at >= ${since}::timestamptz
        and not exists (select from messages m where m.cause = l.event)`);
    return ok({ again: again.length });
  },
});
