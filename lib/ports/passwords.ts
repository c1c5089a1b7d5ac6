import { hash, verify } from '@node-rs/argon2';
import { inTurns } from './in-turn';

// argon2id, OWASP's parameters: 19 MiB, two passes, one lane.
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** So many at once: more would take the processors and the memory from everybody else. */
const AT_ONCE = 2;
/** So many may wait, about two seconds' worth; the rest are asked to come back. */
const WAITING = 40;

/** Too many people are signing in at this moment; trying again shortly helps. */
export class PasswordsBusy extends Error {
  override name = 'PasswordsBusy';
}

const inTurn = inTurns({
  atOnce: AT_ONCE,
  waiting: WAITING,
  tooMany: () => new PasswordsBusy('too many passwords at once'),
});

let decoy: Promise<string> | undefined;

/** The hash to keep of a password. Throws PasswordsBusy. */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(password, COST));

/**
 * Whether a password fits a hash. Without a hash it takes the same time and says no, so that
 * nobody learns by the clock whether an account exists. Throws PasswordsBusy.
 */
export async function verifyPassword(kept: string | null, password: string): Promise<boolean> {
  decoy ??= hash('nobody has this password', COST);
  const against = kept ?? (await decoy);
  const fits = await inTurn(() => verify(against, password));
  return fits && kept !== null;
}
