import { z } from 'zod';
import { noteResetWish } from '@/db/password-links';
import { countAttempt } from '@/db/throttles';
import { defineCommand } from '@/lib/commands/define-command';
import { emailSchema } from '@/lib/domain/person';
import { ok, type Result } from '@/lib/domain/result';
import { now } from '@/lib/ports/clock';

const note = defineCommand({
  name: 'account.ask-for-password',
  permission: 'account:recover',
  input: z.object({ email: emailSchema }),
  run: async ({ tx, input, now: at }) => {
    await noteResetWish(tx, input.email, at);
    return ok(null);
  },
});

/** So many wishes an hour are noted in all; people who ask in person do not wait for it. */
const LIMIT = { key: 'ask-for-password', windowSeconds: 3600, most: 500 };

/**
 * Tells whoever looks after somebody that they want a new password. The answer is the same for an
 * address that nobody has, and so is the time. Problems: `invalid` ('email').
 */
export async function askForPassword(input: { email: string }): Promise<Result<null>> {
  // Always as a visitor: somebody signed in has no more say over another's address.
  const visitor = { kind: 'visitor' } as const;
  if (await countAttempt([LIMIT], now())) return ok(null);
  return note(visitor, input);
}
