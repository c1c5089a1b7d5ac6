import { chainOfPerson } from '@/db/people';
import { endSessionsOf } from '@/db/sessions';
import { ok } from '@/lib/domain/result';
import { overPeople, personInput } from './look-after';

const commands = overPeople({
  name: 'person.end-sessions',
  input: personInput,
  run: async ({ tx, person, now, record }) => {
    const ended = await endSessionsOf(tx, person.id, now);
    await record({ type: 'person.sessions_ended', contents: { ended } }, chainOfPerson(person));
    return ok({ personId: person.id });
  },
});

/**
 * Signs somebody out everywhere at once; they can sign in again. Problems: `not_found`, `conflict`,
 * `refused` 'own_account'.
 */
export const endPersonSessions = commands.byManager;
/** The same by an administrator, over colleagues only. */
export const endColleagueSessions = commands.byAdministrator;
