import { AsyncLocalStorage } from 'node:async_hooks';

const running = new AsyncLocalStorage<{ failure: Error | null }>();

/** Notes why a sign-in that runs now failed: the library answers it with an address alone. */
export function noteFailure(error: Error): void {
  const held = running.getStore();
  if (held) held.failure = error;
}

/** Runs a step of signing in, and answers with what failed in it, if anything did. */
export async function withFailure<T>(
  work: () => Promise<T>,
): Promise<{ answer: T; failure: Error | null }> {
  const held = { failure: null };
  const answer = await running.run(held, work);
  return { answer, ...held };
}
