import { type EuoColumn, euoColumnSpecs } from '@/lib/domain/euo-columns';
import { euoRowReader } from '@/lib/domain/euo-file';
import { ROWS_SHOWN } from '@/lib/domain/euo-import';
import {
  brokenProblem,
  type Columns,
  columnsProblem,
  findColumns,
} from '@/lib/domain/file-columns';
import type { SystemActor } from '@/lib/domain/permissions';
import { expectValue } from '@/lib/domain/result';
import { CsvBroken, type CsvLine } from '@/lib/ports/csv-records';
import { cellsByColumn, type ImportFile, keepGivenCells } from './keep-given-cells';
import type { GivenRow } from './keep-refused-cells';
import { previewImport } from './preview-import';
import {
  type BegunImport,
  beginImport,
  keepImportRows,
  type ReadRow,
  refuseImport,
} from './read-import';

/** Rows that are kept at a time: so often the page says how far it is. */
const AT_A_TIME = 10_000;

/** The file holds no end user organisations; the message is for whoever uploaded it. */
class NoImport extends Error {}

/** Why nothing of a file can be taken; null for what may pass. */
function problemOf(error: unknown): string | null {
  if (error instanceof NoImport) return error.message;
  if (error instanceof CsvBroken) return brokenProblem(error.line);
  return null;
}

/** The rows of a file as they are read, some at a time; `wrong` is given the first that are. */
async function* readRows(
  pieces: AsyncIterable<readonly CsvLine[]>,
  { products, today }: BegunImport,
  wrong: GivenRow[],
): AsyncGenerator<ReadRow[]> {
  let columns: Columns<EuoColumn> | null = null;
  let read: ReturnType<typeof euoRowReader> | null = null;
  let rows: ReadRow[] = [];
  let any = false;
  for await (const piece of pieces) {
    for (const { line, cells } of piece) {
      if (!read || !columns) {
        const found = findColumns(euoColumnSpecs(products.length), cells);
        if (!found.ok) throw new NoImport(columnsProblem(found.missing, found.doubled));
        columns = found.columns;
        read = euoRowReader({ columns, width: cells.length, products, today });
        continue;
      }
      if (cells.every((cell) => cell.trim() === '')) continue;
      const reading = read(cells);
      rows.push({ line, reading });
      if (reading.reasons.length > 0 && wrong.length < ROWS_SHOWN)
        wrong.push({ line, cells: cellsByColumn(columns, cells) });
    }
    any ||= rows.length > 0;
    if (rows.length < AT_A_TIME) continue;
    yield rows;
    rows = [];
  }
  if (!read) throw new NoImport('The selected file is empty');
  if (!any) throw new NoImport('The selected file has headings and no rows');
  yield rows;
}

/** Keeps rows while the next ones are read: the database and this process work side by side. */
async function keepAll(actor: SystemActor, { importId, read }: ImportFile, begun: BegunImport) {
  const { attempt } = begun;
  const wrong: GivenRow[] = [];
  let keeping: Promise<unknown> = Promise.resolve();
  try {
    for await (const rows of readRows(read(), begun, wrong)) {
      await keeping;
      keeping = keepImportRows(actor, { importId, attempt, rows }).then(expectValue);
      // Its error is met at the next `await keeping`.
      keeping.catch(() => undefined);
    }
  } finally {
    await keeping;
  }
  return wrong;
}

/**
 * Reads an import's file, as a command for each piece of it, and works out what it would do; one that
 * holds no end user organisations is refused in words. Does nothing where no reading is waited for.
 */
export async function checkImportFile(actor: SystemActor, file: ImportFile): Promise<void> {
  const { importId } = file;
  const begun = expectValue(await beginImport(actor, { importId }));
  if (!begun) return;
  try {
    const given = await keepAll(actor, file, begun);
    expectValue(await previewImport(actor, { importId, attempt: begun.attempt }));
    await keepGivenCells(actor, file, given);
  } catch (error) {
    const problem = problemOf(error);
    if (!problem) throw error;
    expectValue(await refuseImport(actor, { importId, problem }));
  }
}
