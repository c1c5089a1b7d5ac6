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

/** A cell as a file holds it: numbers plainly, so that a spreadsheet can count on; '' for null. */
function cellText(cell: TableCell): string {
  if (typeof cell !== 'number') return cell ?? '';
  return String(Math.round(cell * 100) / 100);
}

/** The headings and the rows, each cell as text. */
export const tableRows = ({ columns, rows }: TableFile): string[][] => [
  [...columns],
  ...rows.map((row) => row.map(cellText)),
];

/** 'flow-by-week-2026-09-07-to-2026-11-22-made-2026-11-23': the table, its days, the day it was made. */
export function tableFileName({ table, span }: TableFile, today: PlainDate): string {
  const days = span ? `-${span.from}-to-${span.to}` : '';
  return `${table}${days}-made-${today}`;
}
