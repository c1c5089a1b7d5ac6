import type { FieldProblem } from '@/lib/domain/result';
import { formatTime } from '@/lib/format';

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
