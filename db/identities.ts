import { sql } from 'drizzle-orm';
import type { Tx } from './client';
import { at } from './sign-in';

/** Since when somebody is linked to the identity provider, and when they last came in by it. */
export type LinkedIdentity = { linkedAt: Date; lastUsedAt: Date | null };

/** The link of somebody whom the one who acts looks after; null without one. */
export async function readIdentityOf(tx: Tx, personId: string): Promise<LinkedIdentity | null> {
  const [row] = await tx.execute<{ linked_at: string; last_used_at: string | null }>(
    sql`select * from identity_of(${personId}::uuid)`,
  );
  if (!row) return null;
  const { linked_at: linked, last_used_at: used } = row;
  return { linkedAt: new Date(linked), lastUsedAt: used ? new Date(used) : null };
}

/** Removes somebody's link and ends their sessions; false when there is none. */
export async function removeIdentityOf(tx: Tx, personId: string, now: Date): Promise<boolean> {
  const [row] = await tx.execute<{ done: boolean }>(
    sql`select remove_identity_of(${personId}::uuid, ${at(now)}) as done`,
  );
  return row?.done ?? false;
}
