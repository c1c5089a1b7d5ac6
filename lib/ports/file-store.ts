import type { Readable } from 'node:stream';
import { randomBytes } from './randomness';

/**
 * Where the bytes of files lie. A key is used once; nothing is ever changed under it. Each throws
 * StoreUnavailable when the place is away, full or too slow, which may help to try again.
 */
export type FileStore = {
  /** Keeps a stream to its end; when that fails or the stream breaks off, nothing is kept. */
  put(key: string, content: Readable): Promise<void>;
  /** The bytes from the first; throws FileMissing. A stream that breaks off later ends in an error. */
  get(key: string): Promise<Readable>;
  /** Whether there is such a file or not, afterwards there is none. */
  remove(key: string): Promise<void>;
  /** Every file that was kept before an instant, in no order, a page of them in memory at a time. */
  keptBefore(instant: Date): AsyncIterable<string>;
  /** Drops what was begun before an instant and never became a file. */
  dropUnfinished(before: Date): Promise<void>;
};

/** There is no file under this key. */
export class FileMissing extends Error {
  override name = 'FileMissing';
}

/** The store could not do it now; `cause` says why, for the log. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
}

const KEY = /^[0-9a-f]{64}$/;

/** A name that says nothing and that nobody can guess. */
export const newFileKey = (): string => Buffer.from(randomBytes(32)).toString('hex');

/** The key that a place below a folder or prefix stands for; null for anything that is no file's. */
export function keyOfPlace(place: string): string | null {
  const key = place.split('/').at(-1) ?? '';
  return KEY.test(key) && placeOfKey(key) === place ? key : null;
}

/**
 * The place of a key below a folder or prefix, fanned out over two levels. Throws for anything that
 * newFileKey() does not make, so that no path can be smuggled in.
 */
export function placeOfKey(key: string): string {
  if (!KEY.test(key)) throw new TypeError('not a key of a file');
  return `${key.slice(0, 2)}/${key.slice(2, 4)}/${key}`;
}
