import { chainOfPerson, mailPasswordLink, makePasswordLink } from '@/db/people';
import type { CommandContext } from '@/lib/commands/define-command';
import { linkExpiry } from '@/lib/domain/person';
import { mailGoesOut } from '@/lib/ports/mail';
import { newToken } from '@/lib/ports/tokens';

/** What is shown once to whoever passes it on; afterwards nobody can read it again. */
export type PasswordLink = { personId: string; token: string; expiresAt: Date };
/** Without a token the link goes by email, so that nobody but its reader ever holds it. */
export type LinkMade = PasswordLink | { personId: string; token: null };

/**
 * Makes a link in the command's transaction, and its event; null when that is not theirs to do. Where
 * email leaves the portal it is mailed, except for whoever runs the service, who gets it in hand: the
 * first manager must come in also while mail does not work.
 */
export async function linkFor(
  context: Pick<CommandContext<unknown>, 'tx' | 'actor' | 'now' | 'record'>,
  person: { id: string; organisationId: string | null },
): Promise<LinkMade | null> {
  const { tx, actor, now, record } = context;
  const byEmail = actor.kind === 'person' && mailGoesOut();
  const { token, hash } = newToken();
  const expiresAt = linkExpiry(now);
  const link = { personId: person.id, tokenHash: hash, now, expiresAt };
  const made = byEmail ? mailPasswordLink(tx, person.id, now) : makePasswordLink(tx, link);
  if (!(await made)) return null;
  await record({ type: 'person.link_made', contents: { byEmail } }, chainOfPerson(person));
  return byEmail ? { personId: person.id, token: null } : { personId: person.id, token, expiresAt };
}
