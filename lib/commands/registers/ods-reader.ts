import { sql } from 'drizzle-orm';
import { odsFileProblem, readOdsRow } from '@/lib/domain/ods-file';
import { type FileReader, NoRegister, staged } from './file-reader';

const NONE = Array<null>(9).fill(null);

/** Reads an ODS file, which has no headings and holds its columns in their known places. */
export const odsReader: FileReader = {
  columns: {
    ...{ code: 'text', name: 'text', address: 'text', postcode: 'text', opened_on: 'date' },
    ...{ closed_on: 'date', status: 'text', sub_type: 'text', active: 'boolean' },
  },
  async *stage(lines, on) {
    let first = true;
    for await (const row of lines) {
      const problem = first ? odsFileProblem(row.cells) : null;
      if (problem) throw new NoRegister(problem);
      first = false;
      const read = readOdsRow(row.cells, on);
      if (!read.ok) yield staged(row, read.reason, NONE);
      else {
        const { code, name, address, postcode, openedOn, closedOn, status, subType, active } =
          read.row;
        yield staged(row, null, [
          ...[code, name, address, postcode, openedOn, closedOn, status, subType],
          String(active),
        ]);
      }
    }
    if (first) throw new NoRegister('The selected file is empty');
  },
  keep: async (tx, snapshotId) => {
    const kept = await tx.execute(sql`insert into ods_rows (snapshot_id, code, line, name, address,
        postcode, opened_on, closed_on, status, sub_type, active)
      select ${snapshotId}::uuid, code, line, name, address, postcode, opened_on, closed_on, status,
        sub_type, active
      from staged_register where reason is null`);
    return kept.count;
  },
};
