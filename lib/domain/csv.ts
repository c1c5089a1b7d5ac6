/** What a spreadsheet would run: a cell that begins with one of these is written behind an apostrophe. */
const FORMULA = /^[=+\-@\t\r]/;

/** A cell of a CSV file that no spreadsheet takes for a formula, in quotation marks where it needs them. */
function csvCell(value: string): string {
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A line of a CSV file, with its end. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;
