import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { bankHolidays, easterSunday } from './bank-holidays';
import { BASE_CALENDAR } from './calendar';
import {
  addWorkingDays,
  assessorDueOn,
  type Holder,
  isWorkingDay,
  londonDate,
  splitClock,
  workingDaysBetween,
} from './clock';
import { addDays, dayOfWeek, daysBetween, type PlainDate } from './dates';

const anyDate = fc
  .integer({ min: 0, max: 7300 })
  .map((days) => addDays('2018-01-01', days) as PlainDate);

// As published on GOV.UK for England and Wales.
const PUBLISHED: [number, string][] = [
  [2018, '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26'],
  [2019, '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26'],
  [2020, '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28'],
  [2021, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28'],
  [2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
  [2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
  [2024, '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26'],
  [2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
  [2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
  [2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
  [2028, '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26'],
];

describe('bank holidays', () => {
  test.each(PUBLISHED)('%i', (year, days) => {
    expect(bankHolidays(year)).toEqual(days.split(' ').map((day) => `${year}-${day}`));
  });

  test.each([
    [1961, '04-02'],
    [2000, '04-23'],
    [2038, '04-25'],
    [2285, '03-22'],
  ])('Easter %i', (year, day) => expect(easterSunday(year)).toBe(`${year}-${day}`));

  it('falls on weekdays only, each once', () => {
    for (let year = 2018; year <= 2100; year += 1) {
      const days = bankHolidays(year);
      expect(new Set(days).size).toBe(days.length);
      expect(days.some((day) => dayOfWeek(day) === 0 || dayOfWeek(day) === 6)).toBe(false);
    }
  });
});

test.each([
  ['2026-03-28T23:59:59Z', '2026-03-28'],
  ['2026-03-29T23:30:00Z', '2026-03-30'],
  ['2026-06-30T22:59:59.999Z', '2026-06-30'],
  ['2026-06-30T23:00:00Z', '2026-07-01'],
  ['2026-10-24T23:00:00Z', '2026-10-25'],
  ['2026-10-25T23:30:00Z', '2026-10-25'],
  ['2026-12-31T23:59:59Z', '2026-12-31'],
])('londonDate %s', (instant, date) => expect(londonDate(new Date(instant))).toBe(date));

describe('working days', () => {
  test.each([
    ['2026-12-18', 1, '2026-12-21'],
    ['2026-12-18', 10, '2027-01-06'],
    ['2026-12-19', 1, '2026-12-21'],
    ['2026-12-24', 1, '2026-12-29'],
    ['2026-12-25', 0, '2026-12-25'],
    ['2026-12-29', -1, '2026-12-24'],
    ['2027-01-06', -10, '2026-12-18'],
    ['2022-05-31', 1, '2022-06-01'],
    ['2022-06-01', 1, '2022-06-06'],
  ] as const)('addWorkingDays %s %i', (from, n, to) =>
    expect(addWorkingDays(BASE_CALENDAR, from, n)).toBe(to),
  );

  test.each([
    ['2026-12-18', '2027-01-06', 10],
    ['2026-12-18', '2026-12-18', 0],
    ['2026-12-18', '2026-12-20', 0],
    ['2026-12-18', '2026-12-21', 1],
    ['2026-12-19', '2026-12-18', -1],
    ['2026-12-21', '2026-12-18', -1],
    ['2026-12-22', '2026-12-18', -2],
    ['2026-12-20', '2026-12-19', 0],
  ] as const)('workingDaysBetween %s %s', (from, to, n) => {
    expect(workingDaysBetween(BASE_CALENDAR, from, to)).toBe(n);
  });

  it('counts back what it added, and agrees with counting one by one', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -60, max: 60 }), (date, n) => {
        const reached = addWorkingDays(BASE_CALENDAR, date, n);
        expect(workingDaysBetween(BASE_CALENDAR, date, reached)).toBe(n);
        if (n !== 0) expect(isWorkingDay(BASE_CALENDAR, reached)).toBe(true);
      }),
    );
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 500 }), (from, span) => {
        const to = addDays(from, span);
        let count = 0;
        for (let day = from; daysBetween(day, to) > 0; ) {
          day = addDays(day, 1);
          if (isWorkingDay(BASE_CALENDAR, day)) count += 1;
        }
        expect(workingDaysBetween(BASE_CALENDAR, from, to)).toBe(count);
      }),
    );
  });
});

describe('the split clock', () => {
  const at = (text: string) => new Date(`${text}:00Z`);
  const holding = (holder: Holder, from: string, to: string | null) => ({
    holder,
    from: at(from),
    to: to === null ? null : at(to),
  });

  it('gives each side its own days', () => {
    const holdings = [
      holding('supplier', '2026-11-02T09:00', '2026-11-06T16:00'),
      holding('assessor', '2026-11-06T16:00', '2026-11-16T10:00'),
      holding('supplier', '2026-11-16T10:00', '2026-11-18T10:00'),
      holding('assessor', '2026-11-18T10:00', '2026-11-20T09:00'),
      holding('second_person', '2026-11-20T09:00', null),
    ];
    expect(splitClock(BASE_CALENDAR, holdings, at('2026-11-24T12:00'))).toEqual({
      supplier: 6,
      assessor: 8,
      secondPerson: 2,
    });
  });

  it('looks no further than now, and adds up to the whole time', () => {
    const future = [holding('assessor', '2026-11-20T09:00', '2026-12-20T09:00')];
    expect(splitClock(BASE_CALENDAR, future, at('2026-11-23T09:00')).assessor).toBe(1);
    expect(splitClock(BASE_CALENDAR, future, at('2026-11-19T09:00')).assessor).toBe(0);
    const moments = fc.array(fc.integer({ min: 0, max: 400 * 24 }), { minLength: 2, maxLength: 9 });
    fc.assert(
      fc.property(moments, (hours) => {
        const times = [...hours].sort((a, b) => a - b);
        const instants = times.map((hour) => new Date(Date.UTC(2026, 0, 1, hour)));
        const holders: Holder[] = ['supplier', 'assessor', 'second_person'];
        const holdings = instants.slice(1).map((to, index) => ({
          holder: holders[index % 3] ?? 'supplier',
          from: instants[index] ?? to,
          to,
        }));
        const [first, last] = [instants[0], instants.at(-1)];
        if (!first || !last) throw new Error('no moments');
        const { supplier, assessor, secondPerson } = splitClock(BASE_CALENDAR, holdings, last);
        const whole = workingDaysBetween(BASE_CALENDAR, londonDate(first), londonDate(last));
        expect(supplier + assessor + secondPerson).toBe(whole);
      }),
    );
  });

  it('asks for a first response by the tenth working day', () => {
    expect(assessorDueOn(BASE_CALENDAR, at('2026-12-18T15:00'), 10)).toBe('2027-01-06');
    expect(assessorDueOn(BASE_CALENDAR, at('2026-12-18T15:00'), 10, 2)).toBe('2027-01-08');
    expect(assessorDueOn(BASE_CALENDAR, at('2026-06-30T23:30'), 10)).toBe('2026-07-15');
  });
});
