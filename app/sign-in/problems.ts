import type { FieldProblem } from '@/lib/domain/result';
import { formatTime } from '@/lib/format';
import { type Path, paths } from '@/lib/paths';

type Refusal = { reason: 'wrong' } | { reason: 'busy' } | { reason: 'throttled'; retryAt: Date };

type Given = { email: string; password: string } | { refusal: Refusal };

/** What is wrong with an attempt to sign in, in words that tell nothing about who has an account. */
export function signInProblems(given: Given): FieldProblem[] {
  if ('refusal' in given) return [{ field: 'email', message: refusalMessage(given.refusal) }];
  const problems: FieldProblem[] = [];
  if (given.email === '') problems.push({ field: 'email', message: 'Enter your email address' });
  if (given.password === '') problems.push({ field: 'password', message: 'Enter your password' });
  return problems;
}

function refusalMessage(refusal: Refusal): string {
  if (refusal.reason === 'wrong')
    return 'Email address or password is wrong. Check both and try again';
  if (refusal.reason === 'busy')
    return 'Too many people are signing in at the moment. Try again in a moment';
  return `Too many attempts to sign in. Try again at ${formatTime(refusal.retryAt)}`;
}

/** Why somebody comes back from single sign-on; which it was never tells who has an account. */
const TROUBLES = {
  unknown: () =>
    'You could not be signed in that way. Sign in with your email address and password, or ask whoever looks after your account.',
  cancelled: (name: string) =>
    `You did not finish signing in with ${name}. Try again, or sign in with your email address and password.`,
  again: (name: string) =>
    `That sign-in was used already, took too long or began in another browser. Sign in with ${name} again.`,
  away: (name: string) =>
    `${name} did not answer as it should. Try again in a few minutes, or sign in with your email address and password.`,
} as const;
export type SingleSignOnTrouble = keyof typeof TROUBLES;

/** The sign-in page, saying that. */
export const singleSignOnTrouble = (why: SingleSignOnTrouble, back: string | null): Path =>
  `${paths.signIn}?sso=${why}${back ? `&return=${encodeURIComponent(back)}` : ''}`;

/** What the sign-in page says of it; anything that we do not know is the first. */
export const singleSignOnWords = (why: string, name: string): string =>
  (Object.hasOwn(TROUBLES, why) ? TROUBLES[why as SingleSignOnTrouble] : TROUBLES.unknown)(name);
