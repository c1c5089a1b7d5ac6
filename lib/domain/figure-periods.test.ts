import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type PlainDate } from './dates';
import {
  beforeWords,
  nextPeriod,
  PERIODS,
  periodOf,
  periodsBetween,
  startBefore,
} from './figure-periods';

test('weeks begin on Monday, months on the first', () => {
  expect(periodOf('week', '2026-11-22')).toBe('2026-11-16');
  expect(periodOf('week', '2026-11-23')).toBe('2026-11-23');
  expect(periodOf('month', '2026-11-22')).toBe('2026-11-01');
});

test('the periods of a time, in order, with those at its ends', () => {
  expect(periodsBetween('month', '2026-11-22', '2027-02-01')).toEqual([
    '2026-11-01',
    '2026-12-01',
    '2027-01-01',
    '2027-02-01',
  ]);
  expect(periodsBetween('week', '2026-12-31', '2027-01-05')).toEqual(['2026-12-28', '2027-01-04']);
  expect(periodsBetween('week', '2026-12-31', '2026-12-01')).toEqual([]);
});

test('every day lies in exactly one period', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), fc.constantFrom(...PERIODS), (n, period) => {
      const day = addDays('2020-01-01' as PlainDate, n);
      const start = periodOf(period, day);
      expect(start <= day && day < nextPeriod(period, start)).toBe(true);
      expect(periodOf(period, start)).toBe(start);
    }),
  );
});

test('a time is compared with as many periods before it', () => {
  expect(startBefore('month', '2026-11-22', '2027-02-01')).toBe('2026-07-01');
  expect(startBefore('week', '2026-11-18', '2026-11-23')).toBe('2026-11-02');
  expect(beforeWords('month', 4)).toBe('the 4 months before');
  expect(beforeWords('week', 1)).toBe('the week before');
});
