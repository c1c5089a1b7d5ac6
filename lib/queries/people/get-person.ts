import { eq } from 'drizzle-orm';
import { asActor } from '@/db/client';
import { type LinkedIdentity, readIdentityOf } from '@/db/identities';
import { organisations, people } from '@/db/schema';
import { readFactorSetAt } from '@/db/second-factors';
import { isId } from '@/lib/domain/ids';
import { type Actor, can } from '@/lib/domain/permissions';
import { type PersonRow, readPeople } from './person-rows';
import { type StaffFacts, withStaffFacts } from './staff-facts';

export type PersonDetails = PersonRow & {
  /** For managers. */
  facts: StaffFacts | null;
  /** Since when they have a second factor, for managers; null without one. */
  factorSetAt: Date | null;
  /** Their link to the identity provider, for managers; null without one. */
  identity: LinkedIdentity | null;
  /** None for the staff. */
  organisation: { id: string; name: string } | null;
};

/**
 * One person as whoever looks after them sees them: managers everybody, administrators their
 * colleagues. Null for anybody else, for an unknown id and for text that is none.
 */
export async function getPerson(actor: Actor, id: string): Promise<PersonDetails | null> {
  if (!can(actor, 'people:manage') && !can(actor, 'colleague:manage')) return null;
  if (!isId(id)) return null;
  return asActor(actor, async (tx) => {
    const [person] = await readPeople(tx, eq(people.id, id), 1);
    if (!person) return null;
    const [organisation] = await tx
      .select({ id: organisations.id, name: organisations.name })
      .from(people)
      .innerJoin(organisations, eq(organisations.id, people.organisationId))
      .where(eq(people.id, id));
    const manages = can(actor, 'people:manage');
    const [facts = null] = manages ? await withStaffFacts(tx, [{ id: person.id }]) : [];
    const factorSetAt = manages ? await readFactorSetAt(tx, person.id) : null;
    const identity = manages ? await readIdentityOf(tx, person.id) : null;
    return { ...person, facts, factorSetAt, identity, organisation: organisation ?? null };
  });
}
