import { chainOfPerson, makePasswordLink } from '@/db/people';
import type { CommandContext } from '@/lib/commands/define-command';
import { LINK_HOURS } from '@/lib/domain/person';
import { newToken } from '@/lib/ports/tokens';

/** What is shown once to whoever passes it on; afterwards nobody can read it again. */
export type PasswordLink = { personId: string; token: string; expiresAt: Date };

/** Makes a link in the command's transaction, and its event; null when that is not theirs to do. */
export async function linkFor(
  context: Pick<CommandContext<unknown>, 'tx' | 'now' | 'record'>,
  person: { id: string; organisationId: string | null },
): Promise<PasswordLink | null> {
  const { tx, now, record } = context;
  const { token, hash } = newToken();
  const expiresAt = new Date(now.getTime() + LINK_HOURS * 3_600_000);
  const link = { personId: person.id, tokenHash: hash, now, expiresAt };
  if (!(await makePasswordLink(tx, link))) return null;
  await record({ type: 'person.link_made', contents: {} }, chainOfPerson(person));
  return { personId: person.id, token, expiresAt };
}
