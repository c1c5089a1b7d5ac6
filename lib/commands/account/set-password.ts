import { z } from 'zod';
import { asActor } from '@/db/client';
import { readPasswordLink, usePasswordLink } from '@/db/password-links';
import { defineCommand } from '@/lib/commands/define-command';
import { passwordProblem } from '@/lib/domain/password';
import { type Actor, can } from '@/lib/domain/permissions';
import { forbidden, invalid, ok, type Result, refused } from '@/lib/domain/result';
import { now } from '@/lib/ports/clock';
import { isCommonPassword } from '@/lib/ports/common-passwords';
import { hashPassword, PasswordsBusy } from '@/lib/ports/passwords';
import { hashOfToken, isToken } from '@/lib/ports/tokens';

const gone = () => refused('link_gone', 'This link can no longer be used. Ask for a new one.');
const busy = () => refused('busy', 'The service is busy. Try again in a moment.');

const redeemLink = defineCommand({
  name: 'account.set-password',
  permission: 'account:recover',
  input: z.object({ tokenHash: z.string(), passwordHash: z.string() }),
  run: async ({ tx, input, now: at }) =>
    (await usePasswordLink(tx, { ...input, now: at })) ? ok(null) : gone(),
});

/** The hash of a new password; hashing waits its turn, so no transaction is open meanwhile. */
export async function hashNewPassword(password: string): Promise<Result<string>> {
  try {
    return ok(await hashPassword(password));
  } catch (error) {
    if (error instanceof PasswordsBusy) return busy();
    throw error;
  }
}

/**
 * Sets the password that a link is for, ends every session of its person and uses the link up. It
 * signs nobody in: links pass through other hands, and the front door counts attempts. Problems:
 * `invalid` ('password'), `refused` ('link_gone', 'busy').
 */
export async function setPassword(
  actor: Actor,
  input: { token: string; password: string },
): Promise<Result<null>> {
  if (!can(actor, 'account:recover')) return forbidden();
  if (!isToken(input.token)) return gone();
  const tokenHash = hashOfToken(input.token);
  const visitor = { kind: 'visitor' } as const;
  const link = await asActor(visitor, (tx) => readPasswordLink(tx, tokenHash, now()));
  if (link?.state !== 'usable') return gone();
  const { email, name } = link;
  const message = passwordProblem(input.password, { email, name, isCommon: isCommonPassword });
  if (message) return invalid({ field: 'password', message });
  const hashed = await hashNewPassword(input.password);
  // As a visitor, whoever is signed in: the link alone says whose password it is.
  return hashed.ok ? redeemLink(visitor, { tokenHash, passwordHash: hashed.value }) : hashed;
}
