import { z } from 'zod';
import { asActor } from '@/db/client';
import { changeOwnPassword, readOwnPassword } from '@/db/password-links';
import { chainOfPerson } from '@/db/people';
import { countAttempt, forgetAttempts } from '@/db/throttles';
import { defineCommand } from '@/lib/commands/define-command';
import { passwordProblem } from '@/lib/domain/password';
import type { PersonActor } from '@/lib/domain/permissions';
import { invalid, ok, type Result, refused } from '@/lib/domain/result';
import { now } from '@/lib/ports/clock';
import { isCommonPassword } from '@/lib/ports/common-passwords';
import { PasswordsBusy, verifyPassword } from '@/lib/ports/passwords';
import { hashNewPassword } from './set-password';

const replace = defineCommand({
  name: 'account.change-password',
  permission: 'account:own',
  input: z.object({ from: z.string(), to: z.string(), keepSession: z.uuid() }),
  run: async ({ tx, actor, input, now: at, record }) => {
    if (actor.kind !== 'person' || !(await changeOwnPassword(tx, { ...input, now: at })))
      return refused('changed_meanwhile', 'Your password was changed meanwhile. Sign in again.');
    const target = chainOfPerson({ id: actor.personId, organisationId: actor.organisationId });
    await record({ type: 'person.password_set', contents: {} }, target);
    return ok(null);
  },
});

type Input = { email: string; current: string; password: string; sessionId: string };

const wrong = (field: string, message: string) => invalid({ field, message });

async function proves(kept: string | null, password: string): Promise<boolean | 'busy'> {
  try {
    return await verifyPassword(kept, password.slice(0, 200));
  } catch (error) {
    if (error instanceof PasswordsBusy) return 'busy';
    throw error;
  }
}

/**
 * Changes one's own password after proving the present one, and ends every other session; this one
 * goes on. Guessing the present one is slowed down like signing in. Problems: `invalid` ('current',
 * 'password'), `refused` ('busy', 'changed_meanwhile').
 */
export async function changePassword(actor: PersonActor, input: Input): Promise<Result<null>> {
  const { email, current, password, sessionId } = input;
  const problems = [];
  if (current === '') problems.push({ field: 'current', message: 'Enter your current password' });
  const about = { email, name: actor.name, isCommon: isCommonPassword };
  const message = passwordProblem(password, about);
  if (message) problems.push({ field: 'password', message });
  if (problems.length > 0) return invalid(...problems);
  const key = `change:${actor.personId}`;
  const retryAt = await countAttempt([{ key, windowSeconds: 900, most: 10 }], now());
  if (retryAt) return wrong('current', 'Too many attempts. Try again in 15 minutes');
  const kept = await asActor(actor, (tx) => readOwnPassword(tx));
  const proved = await proves(kept, current);
  if (proved === 'busy') return refused('busy', 'The service is busy. Try again in a moment.');
  if (!proved || kept === null) return wrong('current', 'This is not your current password');
  const hashed = await hashNewPassword(password);
  if (!hashed.ok) return hashed;
  const answer = await replace(actor, { from: kept, to: hashed.value, keepSession: sessionId });
  if (answer.ok) await forgetAttempts([key]);
  return answer;
}
