import { expect, test } from 'vitest';
import {
  formatCapped,
  formatCount,
  formatDate,
  formatDateTime,
  formatFileSize,
  formatTime,
  formatWorkingDays,
  joinWords,
} from './format';

test.each([
  ['2026-12-14T15:30:00Z', '14 December 2026, 3:30pm'],
  ['2026-06-14T14:05:59Z', '14 June 2026, 3:05pm'],
  ['2026-12-14T09:00:00Z', '14 December 2026, 9am'],
  ['2026-12-14T12:00:00Z', '14 December 2026, midday'],
  ['2026-12-14T12:01:00Z', '14 December 2026, 12:01pm'],
  ['2026-12-14T00:00:00Z', '14 December 2026, midnight'],
  ['2026-12-14T00:30:00Z', '14 December 2026, 12:30am'],
  ['2026-06-30T23:00:00Z', '1 July 2026, midnight'],
  ['2026-10-25T00:30:00Z', '25 October 2026, 1:30am'],
  ['2026-10-25T01:30:00Z', '25 October 2026, 1:30am'],
])('formatDateTime %s', (instant, text) => {
  expect(formatDateTime(new Date(instant))).toBe(text);
  expect(text.endsWith(formatTime(new Date(instant)))).toBe(true);
});

test('formatDate writes a day, or an instant by its day in London', () => {
  expect(formatDate('2026-12-04')).toBe('4 December 2026');
  expect(formatDate(new Date('2026-06-30T23:30:00Z'))).toBe('1 July 2026');
});

test.each([
  [2, '2 working days left'],
  [1, '1 working day left'],
  [0, 'due today'],
  [-1, '1 working day late'],
  [-1200, '1,200 working days late'],
])('formatWorkingDays %i', (left, text) => expect(formatWorkingDays(left)).toBe(text));

test('formatFileSize counts in steps of 1,024, as the limits do', () => {
  expect([1, 1023, 1024, 1024 * 1024 - 1].map(formatFileSize)).toEqual([
    ...['1 byte', '1,023 bytes', '1 kB', '1,024 kB'],
  ]);
  expect([1, 1.5, 20].map((mb) => formatFileSize(mb * 1024 * 1024))).toEqual([
    ...['1 MB', '1.5 MB', '20 MB'],
  ]);
});

test('formatCount', () => {
  expect(formatCount(1, 'question')).toBe('1 question');
  expect(formatCount(0, 'question')).toBe('0 questions');
  expect(formatCount(1200, 'reply', 'replies')).toBe('1,200 replies');
});

test.each([
  [0, '0'],
  [1000, '1,000'],
  [1001, '1,000+'],
])('formatCapped %i', (count, text) => expect(formatCapped(count)).toBe(text));

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('joinWords %j', (words, text) => expect(joinWords(words)).toBe(text));
