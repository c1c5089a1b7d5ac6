import { sql } from 'drizzle-orm';
import { asLogin } from '@/db/client';
import type { PersonActor } from '@/lib/domain/permissions';

/** How many of one's own messages are new, at most 100: one round trip, since every menu says it. */
export async function countUnread({ personId }: PersonActor): Promise<number> {
  const [row] = await asLogin<{ unread: number }>(
    sql`select count_unread(${personId}::uuid) as unread`,
  );
  return row?.unread ?? 0;
}
