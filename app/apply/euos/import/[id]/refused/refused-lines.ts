import { csvLine } from '@/lib/domain/csv';
import { refusalSentences } from '@/lib/domain/euo-refusals';
import type { CsvLine } from '@/lib/ports/csv-records';
import type { RefusedLine } from '@/lib/queries/imports/get-import';

/** So that a spreadsheet reads it as UTF-8. */
const MARK = '\ufeff';

/**
 * The refused rows of a file as CSV: the line, every reason, and the cells as they were given. Both
 * come in the order of their lines, so that neither is ever held whole.
 */
export async function* refusedLines(
  refusals: AsyncIterable<RefusedLine>,
  lines: AsyncIterable<CsvLine>,
): AsyncGenerator<string> {
  const file = lines[Symbol.asyncIterator]();
  try {
    const head = await file.next();
    yield MARK + csvLine(['line', 'refused because', ...(head.done ? [] : head.value.cells)]);
    let at = await file.next();
    for await (const { line, reasons } of refusals) {
      while (!at.done && at.value.line < line) at = await file.next();
      const cells = at.done || at.value.line !== line ? [] : at.value.cells;
      yield csvLine([String(line), refusalSentences(reasons).join('; '), ...cells]);
    }
  } finally {
    await file.return?.();
  }
}
