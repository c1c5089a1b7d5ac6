import { EUO_COLUMNS, type EuoColumn, euoColumnSpecs } from '@/lib/domain/euo-columns';
import type { RefusedCells } from '@/lib/domain/euo-refused-cells';
import { type Columns, findColumns } from '@/lib/domain/file-columns';
import type { SystemActor } from '@/lib/domain/permissions';
import { expectValue } from '@/lib/domain/result';
import type { CsvLine } from '@/lib/ports/csv-records';
import { type GivenRow, keepRefusedCells } from './keep-refused-cells';

/** An import, and the rows of its file from the first, some at a time, each time that they are read. */
export type ImportFile = { importId: string; read: () => AsyncIterable<readonly CsvLine[]> };

/** The cells of a row of a file, as they were given. */
export const cellsByColumn = (
  columns: Columns<EuoColumn>,
  cells: readonly string[],
): RefusedCells =>
  Object.fromEntries(
    EUO_COLUMNS.flatMap((id) => {
      const place = columns[id];
      return place === null ? [] : [[id, cells[place]?.trim() ?? '']];
    }),
  );

/** Some rows of a file that was read before, up to the last of them. */
async function readLines(read: ImportFile['read'], lines: readonly number[]): Promise<GivenRow[]> {
  const wanted = new Set(lines);
  const given: GivenRow[] = [];
  let columns: Columns<EuoColumn> | null = null;
  for await (const piece of read())
    for (const { line, cells } of piece) {
      if (!columns) {
        // With one product or several: the columns are where they are.
        const found = findColumns(euoColumnSpecs(1), cells);
        if (!found.ok) return [];
        columns = found.columns;
      } else if (wanted.delete(line)) given.push({ line, cells: cellsByColumn(columns, cells) });
      if (wanted.size === 0) return given;
    }
  return given;
}

/**
 * Keeps beside the first refused rows of an import what they say: `given` are those known already,
 * and the others are read from its file again.
 */
export async function keepGivenCells(
  actor: SystemActor,
  { importId, read }: ImportFile,
  given: readonly GivenRow[] = [],
): Promise<void> {
  const keep = async (rows: readonly GivenRow[]) =>
    expectValue(await keepRefusedCells(actor, { importId, given: rows }));
  const unknown = await keep(given);
  if (unknown.length > 0) await keep(await readLines(read, unknown));
}
