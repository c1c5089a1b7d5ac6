import { previewImport } from '@/lib/commands/imports/preview-import';
import {
  type BegunImport,
  beginImport,
  keepImportRows,
  type ReadRow,
  refuseImport,
} from '@/lib/commands/imports/read-import';
import { euoColumnSpecs } from '@/lib/domain/euo-columns';
import { euoRowReader } from '@/lib/domain/euo-file';
import { brokenProblem, columnsProblem, findColumns } from '@/lib/domain/file-columns';
import type { SystemActor } from '@/lib/domain/permissions';
import type { Result } from '@/lib/domain/result';
import { CsvBroken, type CsvLine } from '@/lib/ports/csv-records';
import { readCsv } from '@/lib/ports/read-csv';
import { fileStore } from '@/lib/ports/store';
import { getImportFile } from '@/lib/queries/imports/get-import-file';
import { done } from './done';

const system: SystemActor = { kind: 'system', name: 'check-import' };
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

function expectValue<T>(answer: Result<T>): T {
  if (!answer.ok) throw new Error(`refused: ${answer.problem.kind}`);
  return answer.value;
}

/** The rows of a file as they are read, some at a time. */
async function* readRows(
  lines: AsyncIterable<CsvLine>,
  { products, today }: BegunImport,
): AsyncGenerator<ReadRow[]> {
  let read: ReturnType<typeof euoRowReader> | null = null;
  let rows: ReadRow[] = [];
  let any = false;
  for await (const { line, cells } of lines) {
    if (!read) {
      const found = findColumns(euoColumnSpecs(products.length), cells);
      if (!found.ok) throw new NoImport(columnsProblem(found.missing, found.doubled));
      read = euoRowReader({ columns: found.columns, width: cells.length, products, today });
      continue;
    }
    if (cells.every((cell) => cell.trim() === '')) continue;
    any = true;
    rows.push({ line, reading: read(cells) });
    if (rows.length < AT_A_TIME) continue;
    yield rows;
    rows = [];
  }
  if (!read) throw new NoImport('The selected file is empty');
  if (!any) throw new NoImport('The selected file has headings and no rows');
  yield rows;
}

/** Keeps rows while the next ones are read: the database and this process work side by side. */
async function keepAll(importId: string, begun: BegunImport, lines: AsyncIterable<CsvLine>) {
  const { attempt } = begun;
  let keeping: Promise<unknown> = Promise.resolve();
  try {
    for await (const rows of readRows(lines, begun)) {
      await keeping;
      keeping = keepImportRows(system, { importId, attempt, rows }).then(expectValue);
      // Its error is met at the next `await keeping`.
      keeping.catch(() => undefined);
    }
  } finally {
    await keeping;
  }
}

/** Reads an import's file and works out what it would do; a store that is away is asked again later. */
export async function checkImport(importId: string): Promise<void> {
  const storageKey = await getImportFile(system, importId);
  if (!storageKey) return;
  const begun = expectValue(await beginImport(system, { importId }));
  if (!begun) return;
  try {
    await keepAll(
      importId,
      begun,
      readCsv(() => fileStore().get(storageKey)),
    );
    await done(previewImport(system, { importId, attempt: begun.attempt }));
  } catch (error) {
    const problem = problemOf(error);
    if (!problem) throw error;
    await done(refuseImport(system, { importId, problem }));
  }
}
