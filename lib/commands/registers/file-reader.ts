import type { Tx } from '@/db/client';
import type { CopyRow, StagedColumns } from '@/db/copy';
import type { PlainDate } from '@/lib/domain/dates';
import type { RowRefusal } from '@/lib/domain/register-file';

/** A row of the file and the line on which it begins, from 1. */
export type FileLine = { line: number; cells: readonly string[] };

/** The file holds no such register. `message` is for the one who uploaded it. */
export class NoRegister extends Error {
  override name = 'NoRegister';
}

/** What is staged of every file: a row has a reason where it is refused, else its own columns. */
export const STAGED = {
  ...{ line: 'integer', reason: 'text', raw: 'text' },
} as const satisfies StagedColumns;

/** How files of one kind become rows; `columns` of the staging table follow those of every file. */
export type FileReader = {
  columns: StagedColumns & { code: 'text'; status: 'text' };
  /** Rows as the rules read them, and those that they refuse. Throws NoRegister. */
  stage: (lines: AsyncIterable<FileLine>, on: PlainDate) => AsyncGenerator<CopyRow>;
  /** Moves the staged rows that are not refused into their table; answers how many. */
  keep: (tx: Tx, snapshotId: string) => Promise<number>;
};

const MOST_OF_RAW = 200;

/** One line on the way into the staging table: refused for a reason, or with its own columns. */
export const staged = (
  { line, cells }: FileLine,
  reason: RowRefusal | null,
  own: CopyRow,
): CopyRow => [line, reason, cells.join(',').replaceAll('\0', '').slice(0, MOST_OF_RAW), ...own];
