import { and, arrayContains, asc, eq, inArray, sql } from 'drizzle-orm';
import type { SupplierRole } from '@/lib/domain/permissions';
import type { Tx } from './client';
import { people } from './schema';
import { nameHere } from './successions';

/**
 * The names of people by id, as far as the actor may see them; with their organisation where they acted
 * for the one `here`, which is part of it.
 */
export async function readNames(tx: Tx, ids: readonly (string | null)[], here?: string | null) {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map<string, string>();
  const rows = await tx
    .select({ id: people.id, name: here ? nameHere(sql`${here}::uuid`) : people.name })
    .from(people)
    .where(inArray(people.id, wanted));
  return new Map(rows.map(({ id, name }) => [id, name ?? '']));
}

/** The names of an organisation's active people who hold a role, in alphabetical order. */
export async function readHolders(tx: Tx, organisationId: string, role: SupplierRole) {
  const rows = await tx
    .select({ name: people.name })
    .from(people)
    .where(
      and(
        eq(people.organisationId, organisationId),
        eq(people.active, true),
        arrayContains(people.roles, [role]),
      ),
    )
    .orderBy(asc(people.name));
  return rows.map(({ name }) => name);
}
