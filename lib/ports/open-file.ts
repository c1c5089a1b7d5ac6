import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { FileMissing, type FileStore } from './file-store';

/** Why no bytes came: there are none, or the place where they lie does not answer. */
export type NoBytes = 'missing' | 'away';

function log(error: unknown): void {
  const cause = error instanceof Error && error.cause ? `: ${String(error.cause)}` : '';
  process.stderr.write(`A file could not be read: ${String(error)}${cause}\n`);
}

/**
 * The bytes of a file once the first of them have come, so that nothing is said of a file that cannot
 * be read. Why not goes to the log, also where they break off later.
 */
export async function openFile(store: FileStore, key: string): Promise<Readable | NoBytes> {
  try {
    const content = await store.get(key);
    await once(content, 'readable');
    // Until somebody reads on nobody else listens, and an error unheard would end the server.
    return content.on('error', log);
  } catch (error) {
    log(error);
    return error instanceof FileMissing ? 'missing' : 'away';
  }
}
