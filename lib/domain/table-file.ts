import type { PlainDate } from './dates';

/** A cell as it is known; null where nothing is. */
export type TableCell = string | number | null;

/** A table of a dashboard to take away, of some thousand rows at most. */
export type TableFile = {
  /** Names the file and the event: 'flow-by-week'. */
  table: string;
  /** The days it is about, both with it; null where it is about now. */
  span: { from: PlainDate; to: PlainDate } | null;
  columns: readonly string[];
  rows: readonly (readonly TableCell[])[];
};

/** A table of any number of rows, some at a time: they are read while they are sent. */
export type LongTable = Omit<TableFile, 'rows'> & {
  /** How many rows there are as it begins. */
  count: number;
  rows: AsyncIterable<readonly (readonly TableCell[])[]>;
};
const isLong = (table: TableFile | LongTable): table is LongTable => 'count' in table;

/** How many rows a table has, the headings apart. */
export const rowsIn = (table: TableFile | LongTable): number =>
  isLong(table) ? table.count : table.rows.length;

/** A cell as a file holds it: a number to a hundredth, so that a spreadsheet can count on; '' for null. */
const cellOf = (cell: TableCell): string | number =>
  typeof cell === 'number' ? Math.round(cell * 100) / 100 : (cell ?? '');

/** The headings and the rows, a number as one; those of a long table as they are taken. */
export async function* tableRows(
  table: TableFile | LongTable,
): AsyncGenerator<(string | number)[]> {
  yield [...table.columns];
  for await (const some of isLong(table) ? table.rows : [table.rows])
    for (const row of some) yield row.map(cellOf);
}

/** 'flow-by-week-2026-09-07-to-2026-11-22-made-2026-11-23': the table, its days, the day it was made. */
export function tableFileName(
  { table, span }: Pick<TableFile, 'table' | 'span'>,
  today: PlainDate,
): string {
  const days = span ? `-${span.from}-to-${span.to}` : '';
  return `${table}${days}-made-${today}`;
}
