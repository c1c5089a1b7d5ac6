import { eq, inArray } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { applications, people } from '@/db/schema';
import { isId } from '@/lib/domain/ids';
import { can, type PersonActor } from '@/lib/domain/permissions';

/**
 * For telling of a reassignment: the name of whoever it was given to, and who has some applications
 * now. Null without the permission, or for somebody unknown.
 */
export async function getOutcome(actor: PersonActor, to: string, references: readonly string[]) {
  if (!can(actor, 'case:reassign') || !isId(to)) return null;
  return asActor(actor, async (tx) => {
    const [person] = await tx.select({ name: people.name }).from(people).where(eq(people.id, to));
    if (!person) return null;
    const rows =
      references.length === 0
        ? []
        : await tx
            .select({ reference: applications.reference, assignee: people.name })
            .from(applications)
            .leftJoin(people, eq(people.id, applications.assigneeId))
            .where(inArray(applications.reference, [...references]));
    const holders = new Map(rows.map(({ reference, assignee }) => [reference, assignee]));
    return { name: person.name, holders };
  });
}
