import { type PlainDate, readLooseDate } from './dates';
import { type Edition, type LevelId, readDsptStatus } from './dspt';
import type { ColumnSpec, Columns } from './file-columns';
import { readDsptIdentifier } from './ods';

/** The columns of the public DSPT register's download (the DSPT rules: found by header). */
export const REGISTER_COLUMNS = {
  code: { names: ['Code', 'ODS Code', 'Organisation Code'], required: true },
  name: { names: ['Organisation Name', 'Organisation', 'Name'], required: true },
  status: { names: ['Status', 'DSPT Status'], required: true },
  publishedOn: {
    names: ['Date Of Publication', 'Date Published', 'Publication Date'],
    required: true,
  },
  sector: { names: ['Primary Sector', 'Sector', 'Organisation Type'], required: false },
  board: { names: ['Integrated Care Board', 'ICB'], required: false },
} as const satisfies Record<string, ColumnSpec>;
export type RegisterColumn = keyof typeof REGISTER_COLUMNS;

/** One organisation's status as the register published it; texts as read, the code folded. */
export type RegisterRow = {
  code: string;
  name: string;
  status: string;
  edition: Edition | null;
  level: LevelId | null;
  publishedOn: PlainDate | null;
  sector: string;
  board: string;
};

const MOST_CHARACTERS = 500;

/** Why a row of a register's file is left out; kept with its line number, so never renamed. */
export const REFUSED_ROWS = {
  broken: 'The row cannot be read: a quotation mark is missing or stands in the wrong place',
  cells: 'The row has more cells than the first row has headings',
  characters: 'The row holds characters that are no text',
  too_long: `A cell is longer than ${MOST_CHARACTERS} characters`,
  code_missing: 'The code is missing',
  code_unreadable:
    'The code has more than 23 characters, or others than letters, numbers and hyphens',
  name_missing: 'The name is missing',
  date_unreadable: 'The date is not a real date written as day/month/year',
  code_twice: 'The code stands in an earlier row already',
  cells_few: 'The row has fewer than 10 cells',
  ods_code_unreadable: 'The code has more than 9 characters, or others than letters and numbers',
  ods_date_unreadable: 'The date of opening or closing is not a real date written as yyyymmdd',
  ods_status_unreadable: 'The status is none of A, C, D and P',
} as const;
export type RowRefusal = keyof typeof REFUSED_ROWS;

export type RowReading = { ok: true; row: RegisterRow } | { ok: false; reason: RowRefusal };

const refuse = (reason: RowRefusal): RowReading => ({ ok: false, reason });

/** Why no row may hold these cells, whatever its columns; null for cells that may stand. */
export function cellsProblem(cells: readonly string[]): RowRefusal | null {
  if (/[\p{Cc}\ufffd]/u.test(cells.join('').replace(/[\t\r\n]/g, ''))) return 'characters';
  return cells.some((cell) => cell.length > MOST_CHARACTERS) ? 'too_long' : null;
}

/**
 * Reads one row of the register as at the day that the file describes (an edition that did not exist
 * then is none). A status that is not recognised is kept as read and passes nothing; a status and a
 * date that do not fit together are both kept, since the register holds such rows.
 */
export function readRegisterRow(
  cells: readonly string[],
  columns: Columns<RegisterColumn>,
  on: PlainDate,
): RowReading {
  const text = (id: RegisterColumn): string => {
    const place = columns[id];
    return place === null ? '' : (cells[place] ?? '').trim().replace(/\s+/g, ' ');
  };
  const wrong = cellsProblem(cells);
  if (wrong) return refuse(wrong);
  if (text('code') === '') return refuse('code_missing');
  const code = readDsptIdentifier(text('code'));
  if (!code.ok) return refuse('code_unreadable');
  if (text('name') === '') return refuse('name_missing');
  const date = text('publishedOn');
  const publishedOn = date === '' ? null : readLooseDate(date);
  if (date !== '' && !publishedOn) return refuse('date_unreadable');
  const { edition, level } = readDsptStatus(text('status'), on);
  return {
    ok: true,
    row: {
      ...{ code: code.identifier, name: text('name'), status: text('status'), edition, level },
      ...{ publishedOn, sector: text('sector'), board: text('board') },
    },
  };
}

/** The least share of the rows before it that a new snapshot holds without being confirmed anew. */
const LEAST_SHARE = 0.9;

/** Whether a snapshot has so few rows beside the one before it that somebody must confirm it. */
export const needsConfirmation = (rows: number, rowsBefore: number | null): boolean =>
  rowsBefore !== null && rows < rowsBefore * LEAST_SHARE;
