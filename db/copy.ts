import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type postgres from 'postgres';
import type { Tx } from './client';

/** One row for COPY, a value for each column. */
export type CopyRow = readonly (string | number | null)[];

const ESCAPED: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const SPECIAL = /[\\\t\n\r]/;
const ESCAPABLE = /[\\\t\n\r]/g;
function cell(value: string | number | null): string {
  if (value === null) return '\\N';
  const text = String(value);
  // Few cells hold one, and replacing costs where there is none, too.
  return SPECIAL.test(text) ? text.replace(ESCAPABLE, (mark) => ESCAPED[mark] ?? mark) : text;
}

/** Lines in pieces of some 64 kB: one for each row would cost more than the rows themselves. */
async function* linesOf(rows: AsyncIterable<CopyRow> | Iterable<CopyRow>): AsyncGenerator<string> {
  let piece = '';
  for await (const row of rows) {
    piece += `${row.map(cell).join('\t')}\n`;
    if (piece.length < 65_536) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

/** The columns of a staging table, and their types in the database. */
export type StagedColumns = Record<string, 'text' | 'integer' | 'boolean' | 'date' | 'uuid'>;

type Client = postgres.TransactionSql;

/** Does something as the app's own login, which owns temporary tables, and goes back to who acts. */
async function asOwner(tx: Tx, work: (client: Client, acting: string) => Promise<void>) {
  const { client } = (tx as unknown as { session: { client: Client } }).session;
  const [acting] = await client<{ role: string }[]>`select current_setting('role') as role`;
  if (!acting) throw new Error('nobody acts');
  await client`select set_config('role', 'none', true)`;
  await work(client, acting.role);
  await client`select set_config('role', ${acting.role}, true)`;
}

const declared = (columns: Record<string, string>): string =>
  Object.entries(columns)
    .map(([name, type]) => `"${name}" ${type}`)
    .join(', ');

/**
 * The driver tells nobody when the database refuses rows at their end, and would wait for ever: the
 * next statement is refused then, and says so.
 */
function sayingNo(stream: Writable, client: Client): Writable {
  const final = stream._final;
  stream._final = (done) => {
    final.call(stream, done);
    client`select 1`.catch(done);
  };
  return stream;
}

/**
 * Streams rows by COPY, no faster than the database takes them, into a temporary table of this
 * transaction: row-level security knows no COPY. The app's login makes the table and lends it to the
 * role that acts, which may read nothing more by it; it is gone when the transaction ends. Rows that are read once
 * and joined with nothing need not be analyzed.
 */
export const stageRows = (
  tx: Tx,
  table: string,
  columns: StagedColumns,
  rows: AsyncIterable<CopyRow> | Iterable<CopyRow>,
  { analyze = true } = {},
): Promise<void> =>
  asOwner(tx, async (client, acting) => {
    const names = Object.keys(columns);
    await client.unsafe(`create temporary table "${table}" (${declared(columns)}) on commit drop`);
    const copy = client`copy ${client(table)} (${client(names)}) from stdin`;
    await pipeline(Readable.from(linesOf(rows)), sayingNo(await copy.writable(), client));
    if (analyze) await client`analyze ${client(table)}`;
    await client`grant select, update, delete on ${client(table)} to ${client(acting)}`;
  });

/** An empty table of the same kind, to be filled by statements. */
export const emptyTable = (
  tx: Tx,
  table: string,
  columns: Record<string, StagedColumns[string] | 'text[]'>,
): Promise<void> =>
  asOwner(tx, async (client, acting) => {
    await client.unsafe(`create temporary table "${table}" (${declared(columns)}) on commit drop`);
    await client`grant select, insert, update, delete on ${client(table)} to ${client(acting)}`;
  });

/** Counts what a table of this kind holds, so that statements which read it are planned well. */
export const analyzeTable = (tx: Tx, table: string): Promise<void> =>
  asOwner(tx, async (client) => {
    await client`analyze ${client(table)}`;
  });
