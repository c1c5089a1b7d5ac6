import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  type DateField,
  dateFields,
  dateProblemMessage,
  dayOfWeek,
  daysBetween,
  formatPlainDate,
  isAfter,
  type PlainDate,
  parsePlainDate,
  plainDate,
  readDateFields,
  readLooseDate,
} from './dates';

const anyDate = fc
  .integer({ min: 0, max: 73_413 })
  .map((days) => addDays('1900-01-01', days) as PlainDate);

describe('readDateFields', () => {
  test.each([
    ['24', '04', '2025', '2025-04-24'],
    [' 1 ', 'April', ' 2026', '2026-04-01'],
    ['01', 'sEPt', '2026', '2026-09-01'],
    ['1', 'Sept.', '2026', '2026-09-01'],
    ['29', 'FEB', '2024', '2024-02-29'],
    ['31', 'dec', '2100', '2100-12-31'],
    ['1', '1', '1900', '1900-01-01'],
    ['30', 'june', '2026', '2026-06-30'],
  ])('reads %s %s %s', (day, month, year, date) => {
    expect(readDateFields({ day, month, year })).toEqual({ ok: true, date });
  });

  const all: DateField[] = ['day', 'month', 'year'];
  test.each([
    ['', '', '', 'missing', all],
    [undefined, null, ' ', 'missing', all],
    ['', '4', '2026', 'missing_day', ['day']],
    ['1', '\u00a0', '2026', 'missing_month', ['month']],
    ['1', '4', '', 'missing_year', ['year']],
    ['', '', '2026', 'missing_day', ['day', 'month']],
    ['', '13', '2026', 'missing_day', ['day']],
    ['31', '2', '2026', 'not_a_date', all],
    ['29', '2', '2025', 'not_a_date', all],
    ['29', '2', '1900', 'not_a_date', all],
    ['32', '13', '2026', 'not_a_date', ['day', 'month']],
    ['0', '1', '2026', 'not_a_date', ['day']],
    ['-1', '1', '2026', 'not_a_date', ['day']],
    ['1.5', '1', '2026', 'not_a_date', ['day']],
    ['1e0', '1', '2026', 'not_a_date', ['day']],
    ['001', '1', '2026', 'not_a_date', ['day']],
    ['1st', '1', '2026', 'not_a_date', ['day']],
    ['1', 'Brumaire', '2026', 'not_a_date', ['month']],
    ['1', 'ju', '2026', 'not_a_date', ['month']],
    ['\uff11', '1', '2026', 'not_a_date', ['day']],
    ['1', '\u0664', '2026', 'not_a_date', ['month']],
    ['1', '4', '\uff12\uff10\uff12\uff16', 'not_a_date', ['year']],
    ['1', '4', '1899', 'not_a_date', ['year']],
    ['1', '4', '2101', 'not_a_date', ['year']],
    ['1', '4', '226', 'not_a_date', ['year']],
    ['1', '4', '26', 'two_digit_year', ['year']],
  ])('refuses %s %s %s as %s', (day, month, year, problem, fields) => {
    expect(readDateFields({ day, month, year })).toEqual({ ok: false, problem, fields });
  });

  it('reads back every date it is filled with, and never throws', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(readDateFields(dateFields(date))).toEqual({ ok: true, date });
      }),
    );
    const box = fc.oneof(fc.string({ unit: 'binary' }), fc.integer({ max: 3000 }).map(String));
    fc.assert(
      fc.property(box, box, box, (day, month, year) => {
        const reading = readDateFields({ day, month, year });
        if (reading.ok) expect(parsePlainDate(reading.date)).toBe(reading.date);
        else expect(reading.fields.length).toBeGreaterThan(0);
      }),
    );
  });
});

test.each([
  ['missing', undefined, 'Enter the date your status was published'],
  ['missing_day', ['day'], 'Date your status was published must include a day'],
  ['missing_day', ['day', 'month'], 'Date your status was published must include a day and month'],
  ['missing_month', undefined, 'Date your status was published must include a month'],
  ['missing_year', ['year'], 'Date your status was published must include a year'],
  ['not_a_date', undefined, 'Date your status was published must be a real date'],
  ['two_digit_year', ['year'], 'Date your status was published must have a year with 4 numbers'],
] as const)('the message for %s', (problem, fields, message) => {
  const what = 'Date your status was published';
  expect(dateProblemMessage(problem, what, fields && [...fields])).toBe(message);
});

describe('reading text', () => {
  test.each([
    ['2026-11-22', '2026-11-22'],
    ['2026-02-29', null],
    ['2026-11-22T00:00:00Z', null],
    [' 2026-11-22', null],
    ['26-11-22', null],
    ['', null],
  ])('parsePlainDate %j', (text, date) => expect(parsePlainDate(text)).toBe(date));

  test.each([
    [' 2026-11-22 ', '2026-11-22'],
    ['30/06/2023', '2023-06-30'],
    ['3/6/2023', '2023-06-03'],
    ['06/30/2023', null],
    ['30/06/23', null],
    ['30-06-2023', null],
    ['', null],
  ])('readLooseDate %j', (text, date) => expect(readLooseDate(text)).toBe(date));
});

describe('arithmetic', () => {
  test.each([
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2024-02-29', -1, '2023-02-28'],
    ['2026-06-30', 1, '2027-06-30'],
  ] as const)('addYears %s %i', (from, years, to) => expect(addYears(from, years)).toBe(to));

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-03-31', -13, '2025-02-28'],
  ] as const)('addMonths %s %i', (from, months, to) => expect(addMonths(from, months)).toBe(to));

  it('adds days across month, year and leap day, and measures them', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
    const step = fc.integer({ min: -5000, max: 5000 });
    fc.assert(
      fc.property(anyDate, step, (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(addDays(addDays(date, days), -days)).toBe(date);
        const weekday = (((dayOfWeek(date) + days) % 7) + 7) % 7;
        expect(dayOfWeek(addDays(date, days))).toBe(weekday);
      }),
    );
  });

  it('compares as the calendar does', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(isAfter(a, b)).toBe(daysBetween(b, a) > 0);
      }),
    );
  });

  it('knows weekdays, words and what is no date', () => {
    expect(dayOfWeek('2026-11-22')).toBe(0);
    expect(dayOfWeek('2026-12-18')).toBe(5);
    expect(formatPlainDate('2026-12-04')).toBe('4 December 2026');
    expect(plainDate(2026, 4, 31)).toBeNull();
    expect(plainDate(2026, 4, 30)).toBe('2026-04-30');
  });
});
