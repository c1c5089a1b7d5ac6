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

/** UTF-8 where every byte of the file is, else Windows-1252, which has a character for each. */
async function encodingOf(content: Readable): Promise<'utf-8' | 'windows-1252'> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const piece of content) decoder.decode(piece as Buffer, { stream: true });
    decoder.decode();
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252';
    throw error;
  } finally {
    content.destroy();
  }
}

const withPlainEnds = (text: string): string => text.replace(/\r\n?/g, '\n');

async function* decoded(content: Readable, encoding: string): AsyncGenerator<string> {
  // It drops a byte-order mark.
  const decoder = new TextDecoder(encoding);
  let held = '';
  for await (const piece of content) {
    const text = held + decoder.decode(piece as Buffer, { stream: true });
    // A carriage return at the end may be half of a line end.
    held = text.endsWith('\r') ? '\r' : '';
    yield withPlainEnds(held ? text.slice(0, -1) : text);
  }
  yield withPlainEnds(held + decoder.decode());
}

type Parsed = { record: string[]; info: { lines: number; records: number } };

const lineEnds = (cells: readonly string[]): number =>
  cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);

/**
 * The rows of a CSV file as text, one after the other: UTF-8 or Windows-1252, with commas, any line
 * ends, also mixed, and cells in quotation marks that hold all of them;
 * a line end in a cell is LF. A mark in the middle of a
 * cell is a character like any other; empty lines are left out. `open` gives the bytes from the
 * first, twice. Throws CsvBroken.
 */
export async function* readCsv(open: () => Promise<Readable>): AsyncGenerator<CsvLine> {
  const encoding = await encodingOf(await open());
  const content = await open();
  const parser = parse({
    info: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MOST_OF_A_ROW,
    record_delimiter: '\n',
    // So that the rows before it still come: an error would take them along.
    skip_records_with_error: true,
  });
  let good: number | null = null;
  parser.once('skip', (error: CsvError & { records: number }) => {
    good = error.records;
  });
  const text = Readable.from(decoded(content, encoding));
  text.on('error', (error) => parser.destroy(error)).pipe(parser);
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
    text.destroy();
    content.destroy();
  }
}
