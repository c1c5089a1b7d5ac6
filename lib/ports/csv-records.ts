import { Readable } from 'node:stream';
import { type CsvError, type Parser, parse } from 'csv-parse';

/** One row of a file and the line on which it begins, from 1. */
export type CsvLine = { line: number; cells: string[] };

/** From this line on the file cannot be read, most often since a quotation mark is never closed. */
export class CsvBroken extends Error {
  override name = 'CsvBroken';
  constructor(readonly line: number) {
    super(`the file cannot be read from line ${line} on`);
  }
}

/** Characters of one row, far more than any real one has: past it a quotation mark is open. */
const MOST_OF_A_ROW = 100_000;

/** What may stand between cells; of two that are as frequent the first. */
const DELIMITERS = ['\t', ',', ';'] as const;

/** A text without the cells in quotation marks that begin in it, which may hold all of them. */
const unquoted = (text: string): string => text.replace(/(^|[,;\t\n])"(?:[^"]|"")*"?/g, '$1');

/**
 * What stands between the cells of a file, by its first row: commas; semicolons, as spreadsheets write
 * where a comma is the decimal point; or tabs, as cells have that were copied from one.
 */
function delimiterOf(text: string): string {
  const [row = ''] = unquoted(text).split('\n', 1);
  let most = { mark: ',', times: 0 };
  for (const mark of DELIMITERS) {
    const times = row.split(mark).length - 1;
    if (times > most.times) most = { mark, times };
  }
  return most.mark;
}

/** The beginning of a text, as far as it shows its first row, and the whole of it from there on. */
async function begun(text: AsyncIterable<string>) {
  const pieces = text[Symbol.asyncIterator]();
  let first = '';
  while (!unquoted(first).includes('\n') && first.length <= MOST_OF_A_ROW) {
    const piece = await pieces.next();
    if (piece.done) break;
    first += piece.value;
  }
  async function* whole() {
    yield first;
    for (let piece = await pieces.next(); !piece.done; piece = await pieces.next())
      yield piece.value;
  }
  return { first, whole: whole() };
}

const parserOf = (delimiter: string) =>
  parse({
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: MOST_OF_A_ROW,
    record_delimiter: '\n',
    // So that the rows before it still come: an error would take them along.
    skip_records_with_error: true,
  });

/** Lines on which a row stands: one, and one more for each line end in its cells. */
const linesOf = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => (cell.includes('\n') ? sum + cell.split('\n').length - 1 : sum), 1);
const isEmptyLine = (cells: readonly string[]): boolean => cells.length === 1 && cells[0] === '';

/** What the parser has read each time it has read something, and nothing more at its end. */
async function* parsed(parser: Parser): AsyncGenerator<string[][]> {
  let wake = () => {};
  let ended = false;
  let failed: Error | null = null;
  parser.on('readable', () => wake());
  parser.on('end', () => {
    ended = true;
    wake();
  });
  parser.on('error', (error) => {
    failed = error;
    wake();
  });
  while (!ended) {
    if (failed) throw failed;
    const rows: string[][] = [];
    for (let row = parser.read(); row !== null; row = parser.read()) rows.push(row);
    if (rows.length > 0) yield rows;
    else
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
  }
}

/** Reads the rows of a text that comes in pieces, some at a time; see readCsv. Throws CsvBroken. */
export async function* csvRecords(text: AsyncIterable<string>): AsyncGenerator<CsvLine[]> {
  const { first, whole } = await begun(text);
  const parser = parserOf(delimiterOf(first));
  let good: number | null = null;
  parser.once('skip', (error: CsvError & { records: number }) => {
    good = error.records;
  });
  const source = Readable.from(whole);
  source.on('error', (error) => parser.destroy(error)).pipe(parser);
  let line = 1;
  let read = 0;
  try {
    for await (const rows of parsed(parser)) {
      const lines: CsvLine[] = [];
      for (const cells of rows) {
        if (read === good) break;
        read += 1;
        if (!isEmptyLine(cells)) lines.push({ line, cells });
        line += linesOf(cells);
      }
      yield lines;
    }
    if (good !== null) throw new CsvBroken(line);
  } finally {
    parser.destroy();
    source.destroy();
  }
}
