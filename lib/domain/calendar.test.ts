import { describe, expect, test } from 'vitest';
import { bankHolidays } from './bank-holidays';
import { BASE_CALENDAR, type Calendar, holidaysIn } from './calendar';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './clock';

/** Speaks of 1 June to 31 December 2026: the late August holiday is gone, 10 December is new. */
const UPLOADED: Calendar = {
  number: 2,
  covers: { from: '2026-06-01', to: '2026-12-31' },
  days: ['2026-12-10', '2026-12-25', '2026-12-26', '2026-12-28'],
};

describe('the days of a calendar', () => {
  test('the base gives what the rules of the Act give', () => {
    for (let year = 2018; year < 2040; year += 1)
      expect(holidaysIn(BASE_CALENDAR, year)).toEqual(bankHolidays(year));
  });

  test('an uploaded one stands for the days from its first to its last, the rules for the others', () => {
    expect(holidaysIn(UPLOADED, 2026)).toEqual(
      '01-01 04-03 04-06 05-04 05-25 12-10 12-25 12-28'.split(' ').map((day) => `2026-${day}`),
    );
    expect(holidaysIn(UPLOADED, 2027)).toEqual(bankHolidays(2027));
  });

  test.each([
    ['2026-08-31', false, true],
    ['2026-12-10', true, false],
    ['2026-12-26', false, false],
    ['2026-05-25', false, false],
    ['2027-01-01', false, false],
  ] as const)('%s is a working day: base %s, uploaded %s', (day, base, uploaded) => {
    expect(isWorkingDay(BASE_CALENDAR, day)).toBe(base);
    expect(isWorkingDay(UPLOADED, day)).toBe(uploaded);
  });

  test('days are counted and reached by the calendar that is given', () => {
    expect(workingDaysBetween(BASE_CALENDAR, '2026-12-07', '2026-12-11')).toBe(4);
    expect(workingDaysBetween(UPLOADED, '2026-12-07', '2026-12-11')).toBe(3);
    expect(addWorkingDays(BASE_CALENDAR, '2026-12-07', 4)).toBe('2026-12-11');
    expect(addWorkingDays(UPLOADED, '2026-12-07', 4)).toBe('2026-12-14');
    expect(addWorkingDays(UPLOADED, '2026-12-14', -4)).toBe('2026-12-07');
  });
});
