import { notFound, ok, refused } from '@/lib/domain/result';
import { overPeople, personInput } from './look-after';
import { linkFor } from './password-link';

const commands = overPeople({
  name: 'person.make-password-link',
  input: personInput,
  run: async (context) => {
    const { person } = context;
    if (!person.active)
      return refused('not_active', 'This account is deactivated. Bring it back first.');
    const link = await linkFor(context, person);
    return link ? ok(link) : notFound();
  },
});

/**
 * Makes a new link to set a password, which closes those before it and answers a wish for one, and has
 * it mailed; where no email leaves the portal, whoever makes it gets it. The old password works until it is replaced. Problems: `not_found`, `conflict`, `refused`
 * ('own_account', 'not_active').
 */
export const makePasswordLink = commands.byManager;
/** The same by an administrator, over colleagues only. */
export const makeColleagueLink = commands.byAdministrator;
