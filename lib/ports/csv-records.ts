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
/** Characters that are looked at together. */
const PIECE = 65_536;
const MARK = '"';

/** Where what begins at a mark ends: behind its closing mark; -1 where that has not come yet. */
function closedAt(text: string, from: number): number {
  for (let at = from + 1; ; at += 2) {
    at = text.indexOf(MARK, at);
    if (at < 0 || text[at + 1] !== MARK) return at < 0 ? -1 : at + 1;
  }
}

const atEnd = (at: number, text: string): number => (at < 0 ? text.length : at);

/**
 * Reads the row that begins at a place, cell by cell, for rows with marks: commas and line ends
 * between them belong to the cell. Answers where the next row begins, or null where the text ends too
 * early; `whole` says that nothing comes behind it.
 */
function readRow(text: string, from: number, comma: string, whole: boolean) {
  const cells: string[] = [];
  for (let at = from; ; ) {
    let cell = '';
    let rest = at;
    if (text[at] === MARK) {
      rest = closedAt(text, at);
      if (rest < 0 || (rest === text.length && !whole)) return null;
      cell = text.slice(at + 1, rest - 1);
      if (cell.includes(MARK)) cell = cell.replaceAll('""', MARK);
      // Text behind it makes the marks characters like any other.
      if (rest < text.length && text[rest] !== comma && text[rest] !== '\n') cell = `"${cell}"`;
    }
    const end = atEnd(text.indexOf('\n', rest), text);
    const stop = Math.min(atEnd(text.indexOf(comma, rest), text), end);
    if (stop === text.length && !whole) return null;
    cells.push(stop > rest ? cell + text.slice(rest, stop) : cell);
    if (stop === end) return { cells, next: end + 1 };
    at = stop + 1;
  }
}

/** The rows of a text whose line ends are LF; a row that stands on several lines counts them all. */
class Records {
  private text = '';
  private line = 1;

  constructor(private readonly comma: string) {}

  /** The rows that end within what has come so far; the rest is kept for later. */
  *take(more: string, whole: boolean): Generator<CsvLine> {
    const text = this.text + more;
    let at = 0;
    while (at < text.length) {
      const end = text.indexOf('\n', at);
      if (end < 0 && !whole) break;
      const stop = atEnd(end, text);
      const plain = text.slice(at, stop);
      const found = plain.includes(MARK)
        ? readRow(text, at, this.comma, whole)
        : { cells: plain.split(this.comma), next: stop + 1 };
      if (!found) break;
      if (found.next - at > MOST_OF_A_ROW) throw new CsvBroken(this.line);
      if (plain !== '') yield { line: this.line, cells: found.cells };
      this.line += found.next === stop + 1 ? 1 : text.slice(at, found.next).split('\n').length - 1;
      at = found.next;
    }
    this.text = text.slice(at);
    if (this.text.length > MOST_OF_A_ROW || (whole && this.text !== ''))
      throw new CsvBroken(this.line);
  }
}

/** Tabs where the first row has some and no comma, as cells have that were copied from a spreadsheet. */
const commaOf = (text: string): string => (/^[^\n,]*\t/.test(text) ? '\t' : ',');

/** Reads the rows of a text that comes in pieces; see readCsv. Throws CsvBroken. */
export async function* csvRecords(text: AsyncIterable<string>): AsyncGenerator<CsvLine> {
  let records: Records | null = null;
  let held = '';
  for await (const piece of text) {
    held += piece;
    if (held.length < PIECE) continue;
    records ??= new Records(commaOf(held));
    yield* records.take(held, false);
    held = '';
  }
  records ??= new Records(commaOf(held));
  yield* records.take(held, true);
}
