import { expect, test } from 'vitest';
import { readAupForm } from './aup-form';

const typed = (version: string, day: string, month: string, year: string, note = '') => ({
  ...{ version, note, 'inForce-day': day, 'inForce-month': month, 'inForce-year': year },
});
const today = '2026-11-23';

test('a version, its first day in force and a note are read as typed', () => {
  expect(readAupForm(typed(' 3.1 ', '1', 'apr', '2027', ' New clause 4\r\n'), today)).toEqual({
    ok: true,
    form: { version: '3.1', inForceFrom: '2027-04-01', note: 'New clause 4' },
  });
});

test.each([
  [typed('', '', '', ''), ['version', 'inForce']],
  [typed('3\n1', '31', '2', '2027'), ['version', 'inForce']],
  [typed('3.1', '1', '4', '27'), ['inForce-year']],
  [typed('3.1', '1', '', '2027'), ['inForce-month']],
  [typed('3.1', '31', '3', '2018'), ['inForce']],
  [typed('3.1', '24', '11', '2028'), ['inForce']],
  [typed('x'.repeat(21), '1', '4', '2018'), ['version']],
  [typed('3.1', '23', '11', '2028', 'x'.repeat(2001)), ['note']],
])('%j has something wrong with %j', (values, fields) => {
  const read = readAupForm(values, today);
  expect(read.ok ? [] : read.problems.map(({ field }) => field)).toEqual(fields);
});
