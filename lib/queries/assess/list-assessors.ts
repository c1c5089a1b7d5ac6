import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { people } from '@/db/schema';

export type Assessor = { personId: string; name: string };

/** Everybody to whom a case can be given now, by name; inside the reader's transaction. */
export function readAssessors(tx: Tx): Promise<Assessor[]> {
  return tx
    .select({ personId: people.id, name: people.name })
    .from(people)
    .where(
      and(
        isNull(people.organisationId),
        eq(people.active, true),
        sql`${people.roles} @> array['assessor']`,
      ),
    )
    .orderBy(asc(people.name), asc(people.id));
}
