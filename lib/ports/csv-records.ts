import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';

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
    info: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MOST_OF_A_ROW,
    record_delimiter: '\n',
    // So that the rows before it still come: an error would take them along.
    skip_records_with_error: true,
  });

type Parsed = { record: string[]; info: { lines: number; records: number } };

const lineEnds = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);

/** Reads the rows of a text that comes in pieces; see readCsv. Throws CsvBroken. */
export async function* csvRecords(text: AsyncIterable<string>): AsyncGenerator<CsvLine> {
  const { first, whole } = await begun(text);
  const parser = parserOf(delimiterOf(first));
  let good: number | null = null;
  parser.once('skip', (error: CsvError & { records: number }) => {
    good = error.records;
  });
  const source = Readable.from(whole);
  source.on('error', (error) => parser.destroy(error)).pipe(parser);
  let last = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      if (good !== null && info.records > good) break;
      last = info.lines;
      yield { line: info.lines - lineEnds(record), cells: record };
    }
    if (good !== null) throw new CsvBroken(last + 1);
  } finally {
    parser.destroy();
    source.destroy();
  }
}
