import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { askPasswordMail, noteResetWish } from '@/db/password-links';
import { countAttempt, type Limit } from '@/db/throttles';
import { defineCommand } from '@/lib/commands/define-command';
import { emailSchema, WISHES_AN_HOUR } from '@/lib/domain/person';
import { ok, type Result } from '@/lib/domain/result';
import { now } from '@/lib/ports/clock';
import { fingerprint } from '@/lib/ports/keys';
import { mailGoesOut } from '@/lib/ports/mail';

const HOUR = 3600;
/**
 * One client cannot use up what all may wish together, which ask_password_mail() counts; null where
 * its address is not known.
 */
const ofClient = (client: string | null): Limit[] =>
  client
    ? [
        {
          key: `ask-for-password:client:${fingerprint('throttle', client)}`,
          ...{ windowSeconds: HOUR, most: 50 },
        },
      ]
    : [];
/** The answer takes so long at least, so that its time does not tell who has an account. */
const LEAST_MILLISECONDS = 200;

/** Nobody's mailbox is flooded. */
const forOne = (email: string): Limit => ({
  key: `ask-for-password:${fingerprint('throttle', email)}`,
  ...{ windowSeconds: HOUR, most: WISHES_AN_HOUR },
});

const ask = defineCommand({
  name: 'account.ask-for-password',
  permission: 'account:recover',
  input: z.object({ email: emailSchema }),
  run: async ({ tx, input, now: at }) => {
    if (mailGoesOut()) await askPasswordMail(tx, input.email, at);
    else await noteResetWish(tx, input.email, at);
    return ok(null);
  },
});

/**
 * Has a link to set a new password mailed, a few times an hour to one address at most; where no email leaves
 * the portal, tells whoever looks after the person. The answer is the same for an address that nobody
 * has, and so is the time. `client` is its address, where a trusted proxy says it. Problems: `invalid` ('email').
 */
export async function askForPassword(
  input: { email: string },
  client: string | null = null,
): Promise<Result<null>> {
  // Always as a visitor: somebody signed in has no more say over another's address.
  const visitor = { kind: 'visitor' } as const;
  const least = wait(LEAST_MILLISECONDS);
  const email = emailSchema.safeParse(input.email);
  const limits = email.success ? [forOne(email.data)] : [];
  const tooMany =
    (await countAttempt(ofClient(client), now())) || (await countAttempt(limits, now()));
  const answer = tooMany ? ok(null) : await ask(visitor, input);
  await least;
  return answer;
}
