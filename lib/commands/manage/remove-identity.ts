import { removeIdentityOf } from '@/db/identities';
import { chainOfPerson } from '@/db/people';
import { ok, refused } from '@/lib/domain/result';
import { overPeople, personInput } from './look-after';

const commands = overPeople({
  name: 'person.remove-identity',
  input: personInput,
  run: async ({ tx, person, now, record }) => {
    if (!(await removeIdentityOf(tx, person.id, now)))
      return refused('not_linked', 'This person has no single sign-on link.');
    await record({ type: 'person.identity_removed', contents: {} }, chainOfPerson(person));
    return ok({ personId: person.id });
  },
});

/**
 * Removes the link between somebody and their account at the identity provider, and ends their
 * sessions: the next account with their verified address is linked. Problems: `invalid` ('proof'),
 * `not_found`, `conflict`, `refused` ('own_account', 'not_linked').
 */
export const removeIdentity = commands.byManager;
