import { sql } from 'drizzle-orm';
import { columnsProblem, findColumns } from '@/lib/domain/file-columns';
import { REGISTER_COLUMNS, readRegisterRow } from '@/lib/domain/register-file';
import { type FileReader, NoRegister, staged } from './file-reader';

const NONE = Array<null>(8).fill(null);

/** Reads the download of the public DSPT register, whose columns are found by their headings. */
export const dsptReader: FileReader = {
  columns: {
    ...{ code: 'text', name: 'text', status: 'text', edition: 'text', level: 'text' },
    ...{ published_on: 'date', sector: 'text', board: 'text' },
  },
  async *stage(lines, on) {
    let columns: Parameters<typeof readRegisterRow>[1] | null = null;
    let width = 0;
    for await (const row of lines) {
      if (!columns) {
        const found = findColumns(REGISTER_COLUMNS, row.cells);
        if (!found.ok) throw new NoRegister(columnsProblem(found.missing, found.doubled));
        columns = found.columns;
        width = row.cells.length;
        continue;
      }
      const read =
        row.cells.length > width
          ? ({ ok: false, reason: 'cells' } as const)
          : readRegisterRow(row.cells, columns, on);
      if (!read.ok) yield staged(row, read.reason, NONE);
      else {
        const { code, name, status, edition, level, publishedOn, sector, board } = read.row;
        yield staged(row, null, [code, name, status, edition, level, publishedOn, sector, board]);
      }
    }
    if (!columns) throw new NoRegister('The selected file is empty');
  },
  keep: async (tx, snapshotId) => {
    const kept = await tx.execute(sql`insert into register_rows (snapshot_id, code, line, name,
        status, edition, level, published_on, sector, board)
      select ${snapshotId}::uuid, code, line, name, status, edition, level, published_on, sector, board
      from staged_register where reason is null`);
    return kept.count;
  },
};
