import { describe, expect, test } from 'vitest';
import { columnsProblem, findColumns } from './file-columns';
import { needsConfirmation, REGISTER_COLUMNS, readRegisterRow } from './register-file';

const HEADINGS = ['Code', 'Organisation Name', 'Status', 'Date Of Publication', 'Primary Sector'];
const columnsOf = (headings: string[]) => {
  const found = findColumns(REGISTER_COLUMNS, headings);
  if (!found.ok) throw new Error(columnsProblem(found.missing, found.doubled));
  return found.columns;
};
const read = (...cells: string[]) => readRegisterRow(cells, columnsOf(HEADINGS), '2026-11-22');

describe('headings', () => {
  test('are found in any order, case and spacing, among others', () => {
    const headings = [
      ...['', 'National Grouping', 'status', '\ufeffCODE', 'Date of  publication'],
      ...['organisation_name', 'Integrated Care Board (where available, from ODS)'],
    ];
    expect(columnsOf(headings)).toEqual({
      ...{ status: 2, code: 3, publishedOn: 4, name: 5, board: 6, sector: null },
    });
  });

  test('that are missing or stand twice are named', () => {
    const missing = findColumns(REGISTER_COLUMNS, ['Code', 'Status']);
    expect(missing).toEqual({
      ok: false,
      missing: ['Organisation Name', 'Date Of Publication'],
      doubled: [],
    });
    const doubled = findColumns(REGISTER_COLUMNS, [...HEADINGS, 'ODS code']);
    expect(doubled).toEqual({ ok: false, missing: [], doubled: ['Code'] });
    expect(columnsProblem(['Code', 'Status'], [])).toBe(
      'The selected file must have the columns ‘Code’, ‘Status’ in its first row',
    );
    expect(columnsProblem([], ['Code'])).toBe(
      'The selected file must have the column ‘Code’ once only',
    );
  });

  test('of a million columns are not all looked at', () => {
    const many = Array.from({ length: 1_000_000 }, () => 'x');
    expect(findColumns(REGISTER_COLUMNS, [...many, ...HEADINGS]).ok).toBe(false);
  });
});

describe('a row', () => {
  test('is kept as read, its code folded and its status recognised', () => {
    expect(
      read(' 8jn06 ', 'O’Neil & "Sons",  Ltd', '25/26 Standards Met', '28/06/2026', 'Company'),
    ).toEqual({
      ok: true,
      row: {
        ...{ code: '8JN06', name: 'O’Neil & "Sons", Ltd', status: '25/26 Standards Met' },
        ...{ edition: '25/26', level: 'standards_met', publishedOn: '2026-06-28' },
        ...{ sector: 'Company', board: '' },
      },
    });
  });

  test.each([
    ['Not Published', '30/06/2023', 'not_published', '2023-06-30'],
    ['Entry Level', '', null, null],
    ['', '', null, null],
    ['Standards Met', '2019-03-30', 'standards_met', '2019-03-30'],
  ])('with status %j and date %j is kept', (status, date, level, publishedOn) => {
    expect(read('A1', 'Aster', status, date)).toMatchObject({
      ok: true,
      row: { level, publishedOn },
    });
  });

  test.each([
    ['code_missing', ['', 'Aster', '25/26 Standards Met', '']],
    ['code_unreadable', ['A/1', 'Aster', '25/26 Standards Met', '']],
    ['code_unreadable', ['A'.repeat(24), 'Aster', '25/26 Standards Met', '']],
    ['name_missing', ['A1', ' ', '25/26 Standards Met', '']],
    ['date_unreadable', ['A1', 'Aster', '25/26 Standards Met', '31/06/2026']],
    ['date_unreadable', ['A1', 'Aster', '25/26 Standards Met', '46203']],
    ['characters', ['A1', 'As\0ter', '25/26 Standards Met', '']],
    ['characters', ['A1', 'As\ufffdter', '25/26 Standards Met', '']],
    ['too_long', ['A1', 'x'.repeat(501), '25/26 Standards Met', '']],
  ])('is refused: %s', (reason, cells) => {
    expect(read(...cells)).toEqual({ ok: false, reason });
  });

  test('of a file with fewer cells than headings is read as though the others were empty', () => {
    expect(read('A1', 'Aster')).toMatchObject({ ok: true, row: { level: null, sector: '' } });
  });
});

test.each([
  [90, 100, false],
  [89, 100, true],
  [0, null, false],
  [200, 100, false],
])('%d rows after %j need another word: %j', (rows, before, needed) => {
  expect(needsConfirmation(rows, before)).toBe(needed);
});
