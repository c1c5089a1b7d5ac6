/** As authenticator apps expect: six digits, a new code every 30 seconds (RFC 6238). */
export const CODE_DIGITS = 6;
export const STEP_SECONDS = 30;
/** Clocks differ: one step before and one after are taken as well. */
export const STEPS_EITHER_SIDE = 1;
export const RECOVERY_CODES = 10;

/** A text in groups of four, as people read and type it. */
export const inFours = (text: string): string => text.replace(/(.{4})(?=.)/g, '$1 ');

/** A code as typed: spaces and hyphens are nobody's mistake; null when it cannot be one. */
export function readCode(typed: string): string | null {
  const plain = typed.replace(/[\s-]/g, '');
  return new RegExp(`^[0-9]{${CODE_DIGITS}}$`).test(plain) ? plain : null;
}

/** A recovery code as typed, in capitals; null when it cannot be one. */
export function readRecoveryCode(typed: string): string | null {
  const plain = typed.replace(/[\s-]/g, '').toUpperCase();
  return /^[A-Z2-7]{16}$/.test(plain) ? plain : null;
}

/** Why a code was not taken. */
export type CodeRefusal =
  | { reason: 'empty' | 'malformed' | 'wrong' | 'used' | 'old' | 'unreadable' | 'ended' | 'busy' }
  | { reason: 'throttled'; retryAt: Date };

const REFUSALS = {
  empty: 'Enter the code from your authenticator app',
  malformed: 'The code is 6 digits, for example 123456',
  wrong: 'That code is wrong. Enter the one that your app shows now',
  used: 'That code was used already. Wait until your app shows the next one, and enter that',
  old: 'That code is not the present one. Enter the one your app shows now, and check that your phone sets its clock by itself',
  unreadable:
    'Codes from your app no longer work with this service. Ask a manager to reset your second factor',
  ended: 'This took too long. Sign in again',
  busy: 'The service is busy. Try again in a moment',
};

/** What to do about a code that was not taken. */
export const refusalWords = (refusal: CodeRefusal, timeWords: (at: Date) => string): string =>
  refusal.reason === 'throttled'
    ? `Too many attempts. Try again at ${timeWords(refusal.retryAt)}`
    : REFUSALS[refusal.reason];

/** The same of a recovery code: never whether there was such a one. */
export function recoveryRefusalWords(
  refusal: CodeRefusal,
  timeWords: (at: Date) => string,
): string {
  if (refusal.reason === 'empty') return 'Enter one of your recovery codes';
  if (refusal.reason === 'malformed')
    return 'A recovery code is 16 letters and numbers in groups of four';
  if (refusal.reason === 'wrong')
    return 'That recovery code is wrong or was used. Enter another one';
  return refusalWords(refusal, timeWords);
}

const WAYS: Record<string, string> = {
  password: 'Password',
  provider: 'Single sign-on',
};
const FACTORS: Record<string, string> = {
  app: 'authenticator app',
  recovery: 'recovery code',
  provider: 'its second factor',
};

/** How a session was signed in to, in words. */
export function wayWords(way: string | null, factor: string | null): string {
  const first = WAYS[way ?? ''] ?? 'Not noted';
  const second = FACTORS[factor ?? ''];
  return second ? `${first} and ${second}` : first;
}
