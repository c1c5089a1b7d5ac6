import { eq, sql } from 'drizzle-orm';
import { chainOfPerson } from '@/db/people';
import { people } from '@/db/schema';
import { endSessionsOf } from '@/db/sessions';
import { ok, refused } from '@/lib/domain/result';
import { lastOneProblem, overPeople, personInput } from './look-after';
import { putCasesBack } from './put-cases-back';

const commands = overPeople({
  name: 'person.deactivate',
  input: personInput,
  run: async (context) => {
    const { tx, person, now, record } = context;
    if (!person.active) return refused('not_active', 'This account has been deactivated already.');
    const last = await lastOneProblem(context, []);
    if (last) return last;
    await tx
      .update(people)
      .set({ active: false, resetAskedAt: null, version: sql`${people.version} + 1` })
      .where(eq(people.id, person.id));
    const sessions = await endSessionsOf(tx, person.id, now);
    await record({ type: 'person.deactivated', contents: { sessions } }, chainOfPerson(person));
    const cases = person.organisationId === null ? await putCasesBack(context, 'deactivated') : 0;
    return ok({ personId: person.id, cases });
  },
});

/**
 * Keeps somebody out from this moment: ends their sessions, and puts an assessor's cases back in
 * the queue with their due dates. What they declared stands. Problems: `not_found`, `conflict`,
 * `refused` ('own_account', 'last_manager', 'last_administrator', 'not_active').
 */
export const deactivatePerson = commands.byManager;
/** The same by an administrator, over colleagues only. */
export const deactivateColleague = commands.byAdministrator;
