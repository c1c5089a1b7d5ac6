import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { odsFileProblem, readOdsRow } from './ods-file';

/** A row as the publisher's files hold it, with other cells in some places, counted from 1. */
function row(changes: Record<number, string> = {}, columns = 27): string[] {
  const cells = [
    ...['Y90001', 'ASTER SURGERY', 'Y63', 'Q74', 'THE HEALTH CENTRE', '1 ASTER STREET'],
    ...['ASTERTON', '', '', 'ZZ1 1AA', '19740401', '', 'A', 'B'],
  ];
  return Array.from({ length: columns }, (_, place) => changes[place + 1] ?? cells[place] ?? '');
}
const read = (changes: Record<number, string>, columns?: number) =>
  readOdsRow(row(changes, columns), '2026-11-01');

describe('a row', () => {
  test('is read by position: names as they stand, the code folded, days as days', () => {
    const name = `O'NEIL, "SONS" & CO`;
    expect(read({ 1: ' y90001 ', 2: name, 12: '20171031', 13: 'c' })).toEqual({
      ok: true,
      row: {
        ...{ code: 'Y90001', name, postcode: 'ZZ1 1AA' },
        address: 'THE HEALTH CENTRE, 1 ASTER STREET, ASTERTON',
        ...{ openedOn: '1974-04-01', closedOn: '2017-10-31', status: 'C', subType: 'B' },
        active: false,
      },
    });
  });

  test('of a file that ends with the postcode has neither days nor a status', () => {
    expect(read({}, 10)).toMatchObject({
      ok: true,
      row: { openedOn: null, closedOn: null, status: '', subType: '', active: true },
    });
  });

  test.each([
    ['A', '', true],
    ['', '', true],
    ['D', '', false],
    ['P', '', false],
    ['C', '', false],
    ['A', '20261101', false],
    ['', '20261031', false],
    ['A', '20261102', true],
  ])('with status %j that closes on %j is active: %j', (status, closed, active) => {
    expect(read({ 12: closed, 13: status })).toMatchObject({ ok: true, row: { active } });
  });

  test.each<[string, Record<number, string>, number?]>([
    ['cells_few', {}, 9],
    ['code_missing', { 1: ' ' }],
    ['ods_code_unreadable', { 1: 'Y90001-12' }],
    ['ods_code_unreadable', { 1: 'Y900012345' }],
    ['name_missing', { 2: '' }],
    ['ods_date_unreadable', { 11: '20230230' }],
    ['ods_date_unreadable', { 12: '31/10/2017' }],
    ['ods_date_unreadable', { 11: '2017' }],
    ['ods_status_unreadable', { 13: 'X' }],
    ['characters', { 2: 'AS\0TER' }],
    ['too_long', { 20: 'x'.repeat(501) }],
  ])('is refused: %s', (reason, changes, columns) => {
    expect(read(changes, columns)).toEqual({ ok: false, reason });
  });

  test('is read or refused, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 30 }), (cells) => {
        const answer = readOdsRow(cells, '2026-11-01');
        if (answer.ok) expect(answer.row.code).toMatch(/^[A-Z0-9]{1,9}$/);
        else expect(answer.reason).not.toBe('');
      }),
    );
  });
});

describe('a file', () => {
  test('that begins with an organisation is one', () => {
    expect(odsFileProblem(row())).toBeNull();
  });

  test('that begins with headings is none, and is told from the DSPT register', () => {
    const register = ['Code', 'Organisation Name', 'Status', 'Date Of Publication'];
    expect(odsFileProblem(register)).toMatch(/begins with headings, as the DSPT register does/);
    expect(odsFileProblem(row({ 1: 'Organisation Code', 2: 'Name' }))).toMatch(/headings/);
  });

  test('with fewer than 10 columns is none', () => {
    expect(odsFileProblem(row({}, 9))).toMatch(/at least 10 columns/);
  });
});
