import { sql } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { can, type SystemActor } from '@/lib/domain/permissions';

/** The events that nobody was told of yet, as they were written; for the system alone. */
export async function listQueuedEvents(actor: SystemActor): Promise<string[]> {
  if (!can(actor, 'message:send')) throw new Error('only the system asks this');
  const rows = await asActor(actor, (tx) =>
    tx.execute<{ id: string }>(
      sql`select payload ->> 'eventId' as id from jobs_of('tell') order by id`,
    ),
  );
  return rows.map(({ id }) => id);
}
