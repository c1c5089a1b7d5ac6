import { sql } from 'drizzle-orm';
import { EVENTS } from '@/lib/domain/events';
import { randomBytes } from '@/lib/ports/randomness';
import type { Tx } from './client';
import { at } from './sign-in';

/**
 * Puts failed emails back into the queue, each with a job, and writes an event for each of their
 * readers, as one transaction: of one delivery, or of all. Those whose reader left stay. One that
 * somebody else put back meanwhile is not put back twice. Answers how many were.
 */
export async function putFailedBack(tx: Tx, deliveryId: string | null, now: Date): Promise<number> {
  const type = 'person.mail_retried';
  // One order for everybody, so that two managers cannot wait for each other.
  const put = await tx.execute<{
    id: string;
    person_id: string;
    organisation_id: string | null;
  }>(sql`
    with failed as (
      select d.id, p.id as person_id, p.organisation_id from deliveries d
        join people p on p.id = d.person_id
      where d.state = 'failed' and p.active
        and (${deliveryId}::uuid is null or d.id = ${deliveryId}::uuid)
      order by d.id for update of d
    ), queued as (
      update deliveries d set state = 'queued', settled_at = null from failed f
      where d.id = f.id returning d.id, f.person_id, f.organisation_id
    )
    select q.id, q.person_id, q.organisation_id,
      enqueue('send-mail', json_build_object('deliveryId', q.id), null, null)::text as job
    from queued q`);
  if (put.length === 0) return 0;
  const rows = put.map((row) => ({ ...row, salt: Buffer.from(randomBytes(16)).toString('hex') }));
  await tx.execute(sql`
    select append_event('person', r.person_id, r.organisation_id, ${type}, ${EVENTS[type].audience},
      ${at(now)}, jsonb_build_object('deliveryIds', r.ids), false, r.salt)
    from (select person_id, organisation_id, jsonb_agg(id order by id) as ids, min(salt) as salt
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as one (id uuid, person_id uuid, organisation_id uuid, salt text)
      group by person_id, organisation_id order by person_id) r`);
  return put.length;
}
