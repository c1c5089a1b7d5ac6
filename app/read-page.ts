import type { Route } from 'next';
import { redirect, unstable_rethrow } from 'next/navigation';
import { paths } from '@/lib/paths';

/**
 * What a page reads: its data, or null after a surprise, which the page shows as a problem view (a
 * thrown error would render an empty body without JavaScript). What is missing or may not be seen
 * leads to the page that says so.
 */
export async function readPage<T>(read: () => Promise<T | null>): Promise<T | null> {
  let found: T | null;
  try {
    found = await read();
  } catch (error) {
    unstable_rethrow(error);
    // Errors of the database carry no statements and no words of anybody.
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return null;
  }
  if (found === null) redirect(paths.notFound as Route);
  return found;
}
