import { eq, sql } from 'drizzle-orm';
import { chainOfPerson } from '@/db/people';
import { people } from '@/db/schema';
import { ok, refused } from '@/lib/domain/result';
import { overPeople, personInput } from './look-after';

const commands = overPeople({
  name: 'person.reactivate',
  input: personInput,
  run: async ({ tx, person, record }) => {
    if (person.active) return refused('active', 'This account is active already.');
    await tx
      .update(people)
      .set({ active: true, version: sql`${people.version} + 1` })
      .where(eq(people.id, person.id));
    await record({ type: 'person.reactivated', contents: {} }, chainOfPerson(person));
    return ok({ personId: person.id });
  },
});

/**
 * Lets somebody in again, with the roles and the password they had. Problems: `not_found`,
 * `conflict`, `refused` ('own_account', 'active').
 */
export const reactivatePerson = commands.byManager;
/** The same by an administrator, over colleagues only. */
export const reactivateColleague = commands.byAdministrator;
