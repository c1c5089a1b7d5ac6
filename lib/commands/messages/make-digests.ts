import { sql } from 'drizzle-orm';
import { z } from 'zod';
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
    const made = await tx.execute(sql`
      with waiting as (
        select m.id, m.person_id from messages m join people p on p.id = m.person_id
        where m.way = 'digest' and m.digest_id is null and m.read_at is null and p.active
        for update of m skip locked
      ), made as (
        insert into deliveries (person_id, state, created_at)
        select distinct person_id, 'queued', ${now.toISOString()}::timestamptz from waiting
        returning id, person_id
      ), told as (
        update messages m set digest_id = made.id from made, waiting
        where waiting.id = m.id and waiting.person_id = made.person_id
      )
      select enqueue('send-mail', json_build_object('deliveryId', id), null, null) from made`);
    return ok({ digests: made.length });
  },
});
