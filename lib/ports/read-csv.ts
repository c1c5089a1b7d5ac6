import type { Readable } from 'node:stream';
import { type CsvLine, csvRecords } from './csv-records';

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

/**
 * The rows of a CSV file as text, some at a time: UTF-8 or Windows-1252, with whichever of tabs,
 * commas and semicolons the first row has most of outside quotation marks, any line ends, also mixed,
 * and cells in quotation marks that hold all of them; a line end in a cell is LF. A mark in the middle of a cell is a character like any
 * other; empty lines are left out. `open` gives the bytes from the first, twice. Throws CsvBroken.
 */
export async function* readCsvPieces(open: () => Promise<Readable>): AsyncGenerator<CsvLine[]> {
  const encoding = await encodingOf(await open());
  const content = await open();
  try {
    yield* csvRecords(decoded(content, encoding));
  } finally {
    content.destroy();
  }
}

/** The same, one row after the other. */
export async function* readCsv(open: () => Promise<Readable>): AsyncGenerator<CsvLine> {
  for await (const piece of readCsvPieces(open)) yield* piece;
}
