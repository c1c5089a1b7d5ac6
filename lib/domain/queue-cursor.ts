import type { QueueSort } from './queue';

/**
 * Where a page of the queue begins or ends: the keys of one row. `due` is the day number since
 * 1970 or Infinity, `age` milliseconds since 1970, `rank` 0 for a resubmitted case on top.
 */
export type QueueCursor = {
  sort: QueueSort;
  /** Rows after the named one, or before it. */
  way: 'after' | 'before';
  rank: 0 | 1;
  key: number;
  id: string;
};

const LENGTH = 24;
const SORTS: readonly QueueSort[] = ['due', 'newest', 'oldest'];
const NEVER = 2 ** 48 - 1;
/** Past the years that a database can hold dates for, or that anybody means. */
const MOST = { due: 2_932_896, newest: 253_402_300_799_999, oldest: 253_402_300_799_999 };

/** Writes a cursor as it stands in an address: 32 characters that say nothing to a reader. */
export function writeCursor(cursor: QueueCursor): string {
  const bytes = Buffer.alloc(LENGTH);
  const way = cursor.way === 'before' ? 8 : 0;
  bytes[0] = SORTS.indexOf(cursor.sort) + cursor.rank * 4 + way;
  bytes[1] = checksum(cursor.id);
  bytes.writeUIntBE(cursor.key === Number.POSITIVE_INFINITY ? NEVER : cursor.key, 2, 6);
  Buffer.from(cursor.id.replaceAll('-', ''), 'hex').copy(bytes, 8);
  return bytes.toString('base64url');
}

/** Reads one; null when it is none, was tampered with, or was made for another order. */
export function readCursor(text: string, sort: QueueSort): QueueCursor | null {
  if (!/^[\w-]{32}$/.test(text)) return null;
  const bytes = Buffer.from(text, 'base64url');
  const head = bytes[0] ?? 255;
  if (head > 15 || SORTS[head & 3] !== sort) return null;
  const raw = bytes.readUIntBE(2, 6);
  const key = raw === NEVER && sort === 'due' ? Number.POSITIVE_INFINITY : raw;
  if (key !== Number.POSITIVE_INFINITY && key > MOST[sort]) return null;
  const hex = bytes.toString('hex', 8);
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  if (checksum(id) !== bytes[1]) return null;
  return { sort, way: head & 8 ? 'before' : 'after', rank: head & 4 ? 1 : 0, key, id };
}

/** No secret: it only tells a mistyped cursor from one of ours. */
const checksum = (id: string): number =>
  [...id].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 251, 7);
