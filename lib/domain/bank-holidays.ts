import { addDays, dayOfWeek, type PlainDate } from './dates';

// What proclamations changed: the table to extend when the next one comes. Complete from 2018 on.
const ONE_OFF_CHANGES: Record<number, { drop: PlainDate[]; add: PlainDate[] }> = {
  2020: { drop: ['2020-05-04'], add: ['2020-05-08'] },
  2022: { drop: ['2022-05-30'], add: ['2022-06-02', '2022-06-03', '2022-09-19'] },
  2023: { drop: [], add: ['2023-05-08'] },
};

const MONDAY = 1;

/** Easter Sunday of the Gregorian calendar, by the anonymous (Meeus, Jones, Butcher) computus. */
export function easterSunday(year: number): PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  return addDays(`${year}-03-01` as PlainDate, h + l - 7 * m + 21);
}

function mondayOnOrAfter(date: PlainDate): PlainDate {
  return addDays(date, (MONDAY - dayOfWeek(date) + 7) % 7);
}

/** The day itself, or the next one that is no weekend day and not taken by another holiday. */
function substitute(date: PlainDate, taken: PlainDate[]): PlainDate {
  const weekday = dayOfWeek(date);
  return weekday === 0 || weekday === 6 || taken.includes(date)
    ? substitute(addDays(date, 1), taken)
    : date;
}

/** Where the days come from, for whoever checks them; and the list they must agree with. */
export const HOLIDAY_SOURCE = {
  act: 'the Banking and Financial Dealings Act 1971 and the royal proclamations up to 2023',
  list: 'https://www.gov.uk/bank-holidays',
} as const;

const known = new Map<number, PlainDate[]>();

/**
 * The bank holidays of England and Wales that fall on weekdays, substitutes in place of weekend
 * days, in order. By the rules of the Banking and Financial Dealings Act 1971 and proclamations;
 * true from 2018 on, and for years to come until a proclamation changes one.
 */
export function bankHolidays(year: number): PlainDate[] {
  const before = known.get(year);
  if (before) return before;
  const on = (monthAndDay: string) => `${year}-${monthAndDay}` as PlainDate;
  const easter = easterSunday(year);
  const christmas = substitute(on('12-25'), []);
  const boxingDay = substitute(on('12-26'), [christmas]);
  const changes = ONE_OFF_CHANGES[year] ?? { drop: [], add: [] };
  const holidays = [
    substitute(on('01-01'), []),
    addDays(easter, -2),
    addDays(easter, 1),
    mondayOnOrAfter(on('05-01')),
    mondayOnOrAfter(on('05-25')),
    mondayOnOrAfter(on('08-25')),
    christmas,
    boxingDay,
    ...changes.add,
  ];
  const kept = holidays.filter((day) => !changes.drop.includes(day)).sort();
  known.set(year, kept);
  return kept;
}
