import { expect, test } from 'vitest';
import type { PlainDate } from './dates';
import { FIRST_GUIDANCE, numberIn, wordingOf } from './guidance';
import { guidanceMarks } from './guidance-marks';
import { whyOf } from './why';

const weeks: PlainDate[] = ['2026-11-02', '2026-11-09', '2026-11-16'];
const at = (number: number, instant: string) => ({ number, at: new Date(instant) });
const marksOf = (...published: ReturnType<typeof at>[]) =>
  guidanceMarks([at(1, '2026-11-03T00:00:00Z'), ...published], weeks, '2026-11-22').map(
    ({ before, label }) => `${before}: ${label}`,
  );

test('a version is marked before the week that it came in, those of one week together', () => {
  expect(
    marksOf(
      at(2, '2026-11-01T23:59:00Z'),
      at(3, '2026-11-02T00:00:00Z'),
      at(4, '2026-11-22T23:59:00Z'),
      at(5, '2026-11-18T12:00:00Z'),
      at(6, '2026-11-23T00:00:00Z'),
    ),
  ).toEqual([
    '0: Version 3 of the guidance, from 2 November 2026',
    '2: Version 4 of the guidance, from 22 November 2026; Version 5 of the guidance, from 18 November 2026',
  ]);
  expect(guidanceMarks([at(2, '2026-11-01T00:00:00Z')], [], '2026-11-22')).toEqual([]);
});

test('versions stand the newest first, also past the tenth, and none is mistaken for another', () => {
  for (const number of [1, 2, 9, 10, 11]) expect(numberIn(wordingOf(number))).toBe(number);
  expect(numberIn('2026-01')).toBe(1);
  const sums = [1, 9, 10, 2].map((number) => ({
    ...{ startsOn: weeks[0] ?? '2026-11-02', measure: 'requested' as const },
    ...{ label: wordingOf(number), value: 0, cases: number },
  }));
  const { versions } = whyOf(sums, 'week', '2026-11-02', '2026-11-22', FIRST_GUIDANCE);
  expect(versions.map(({ requests }) => requests)).toEqual([10, 9, 2, 1]);
});
