import { asActor } from '@/db/client';
import { organisations } from '@/db/schema';
import type { Actor } from '@/lib/domain/permissions';

/** True once the portal knows any supplier; only the system and staff see them all. */
export async function hasOrganisations(actor: Actor): Promise<boolean> {
  const rows = await asActor(actor, (tx) =>
    tx.select({ id: organisations.id }).from(organisations).limit(1),
  );
  return rows.length > 0;
}
