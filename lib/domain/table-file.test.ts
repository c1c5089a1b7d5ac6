import { expect, it } from 'vitest';
import { type TableFile, tableFileName, tableRows } from './table-file';

const table: TableFile = {
  table: 'flow-by-week',
  span: { from: '2026-09-07', to: '2026-11-22' },
  columns: ['Week', 'Received', 'Mean days'],
  rows: [
    ['Week of 7 September 2026', 1200, 7.125],
    ['Week of 14 September 2026', 0, null],
  ],
};

it('holds numbers plainly, a zero as one, and nothing where nothing is known', () => {
  expect(tableRows(table)).toEqual([
    ['Week', 'Received', 'Mean days'],
    ['Week of 7 September 2026', '1200', '7.13'],
    ['Week of 14 September 2026', '0', ''],
  ]);
});

it('is named after the table, its days and the day it was made', () => {
  expect(tableFileName(table, '2026-11-23')).toBe(
    'flow-by-week-2026-09-07-to-2026-11-22-made-2026-11-23',
  );
  expect(tableFileName({ ...table, span: null }, '2026-11-23')).toBe(
    'flow-by-week-made-2026-11-23',
  );
});
