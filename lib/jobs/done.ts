import { expectValue, type Result } from '@/lib/domain/result';

/** A job that was refused failed: it is tried again, and shows in the queue. */
export async function done<T>(answer: Promise<Result<T>>): Promise<void> {
  expectValue(await answer);
}
