import { expect, it } from 'vitest';
import { rowsIn, type TableFile, tableFileName, tableRows } from './table-file';

const table: TableFile = {
  table: 'flow-by-week',
  span: { from: '2026-09-07', to: '2026-11-22' },
  columns: ['Week', 'Received', 'Mean days'],
  rows: [
    ['Week of 7 September 2026', 1200, 7.125],
    ['Week of 14 September 2026', 0, null],
  ],
};

it('holds numbers plainly, a zero as one, and nothing where nothing is known', async () => {
  const written: (string | number)[][] = [];
  for await (const row of tableRows(table)) written.push(row);
  expect(written).toEqual([
    ['Week', 'Received', 'Mean days'],
    ['Week of 7 September 2026', 1200, 7.13],
    ['Week of 14 September 2026', 0, ''],
  ]);
});

it('of any length is read as it is taken, and no further than somebody takes it', async () => {
  let read = 0;
  async function* rows() {
    for (; read < 1_000_000; ) {
      read += 1;
      yield [[`Row ${read}`, read, null]];
    }
  }
  const long = { ...table, count: 1_000_000, rows: rows() };
  expect([rowsIn(long), rowsIn(table)]).toEqual([1_000_000, 2]);
  const taken: (string | number)[][] = [];
  for await (const row of tableRows(long)) {
    taken.push(row);
    if (taken.length === 3) break;
  }
  expect(taken).toEqual([table.columns, ['Row 1', 1, ''], ['Row 2', 2, '']]);
  expect(read).toBe(2);
});

it('is named after the table, its days and the day it was made', () => {
  expect(tableFileName(table, '2026-11-23')).toBe(
    'flow-by-week-2026-09-07-to-2026-11-22-made-2026-11-23',
  );
  expect(tableFileName({ ...table, span: null }, '2026-11-23')).toBe(
    'flow-by-week-made-2026-11-23',
  );
});
