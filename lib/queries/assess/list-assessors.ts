import { and, arrayOverlaps, asc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { people } from '@/db/schema';
import { rolesWith } from '@/lib/domain/permissions';

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
        arrayOverlaps(people.roles, rolesWith('case:review')),
      ),
    )
    .orderBy(asc(people.name), asc(people.id));
}
