import { describe, expect, test } from 'vitest';
import { BASE_CALENDAR, type Calendar, calendarChanges, calendarEnd, calendarOf } from './calendar';
import { calendarWarnings, changesNothing, daysInWords } from './calendar-words';
import type { PlainDate } from './dates';

const TODAY: PlainDate = '2026-11-23';
const of = (...dates: PlainDate[]): Calendar =>
  calendarOf(
    2,
    dates.map((date) => ({ date, title: 'A day' })),
  );

describe('what one calendar changes of another', () => {
  test('is what it adds and removes where it covers, weekends apart', () => {
    const after = of('2026-08-03', '2026-12-10', '2026-12-25', '2026-12-26');
    expect(calendarChanges(BASE_CALENDAR, after)).toEqual({
      added: ['2026-08-03', '2026-12-10'],
      removed: ['2026-08-31'],
    });
    expect(calendarChanges(after, BASE_CALENDAR)).toEqual({
      added: ['2026-08-31'],
      removed: ['2026-08-03', '2026-12-10'],
    });
  });

  test('is what only the earlier one said, too', () => {
    expect(calendarChanges(of('2024-02-01'), of('2027-02-01'))).toEqual({
      added: ['2027-02-01'],
      removed: ['2024-02-01'],
    });
    expect(calendarChanges(BASE_CALENDAR, BASE_CALENDAR)).toEqual({ added: [], removed: [] });
  });

  test('is nothing only where it covers the same', () => {
    const one = of('2026-12-25', '2026-12-28');
    expect(changesNothing(one, of('2026-12-25', '2026-12-28'))).toBe(true);
    expect(changesNothing(one, of('2026-12-25', '2026-12-28', '2027-01-01'))).toBe(false);
    expect(changesNothing(BASE_CALENDAR, one)).toBe(false);
  });
});

describe('what is to be looked at twice', () => {
  test.each<[string, Calendar, Calendar, string[]]>([
    ['nothing of a first one', BASE_CALENDAR, of('2026-12-25'), []],
    [
      'an end before that of the one in force',
      of('2026-12-25', '2028-12-25'),
      of('2026-12-25', '2027-12-27'),
      [
        'This file ends on 27 December 2027. The calendar in force ends later, on 25 December 2028.',
      ],
    ],
    [
      'a list that is over',
      BASE_CALENDAR,
      of('2025-12-25'),
      ['This file says nothing of days after 25 December 2025.'],
    ],
    [
      'a day that has passed and is gone',
      of('2026-02-02', '2026-12-25'),
      of('2026-12-25'),
      ['This file leaves out a bank holiday that has passed: 2 February 2026.'],
    ],
    [
      'two of them, and none that is to come',
      BASE_CALENDAR,
      of('2026-05-01', '2026-12-31'),
      [
        'This file leaves out bank holidays that have passed: 4 May 2026; 25 May 2026; 31 August 2026.',
      ],
    ],
  ])('%s', (_, before, after, words) => {
    expect(calendarWarnings(before, after, TODAY)).toEqual(words);
  });

  test('no days are said as such', () => expect(daysInWords([])).toBe('none'));
});

test.each([
  [of('2026-12-25'), '2026-12-25'],
  [of('2027-05-23'), '2027-05-23'],
  [of('2027-05-24'), null],
  [of('2026-08-31'), '2026-08-31'],
  [BASE_CALENDAR, null],
] as const)('managers are told of an end within six months, or behind', (calendar, end) => {
  expect(calendarEnd(calendar, TODAY)).toBe(end);
});
