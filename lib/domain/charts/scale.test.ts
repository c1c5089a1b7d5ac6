import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  HAIRLINE,
  type Known,
  lengthOf,
  niceScale,
  placeOf,
  stack,
  stretches,
  totalOf,
} from './scale';

const known = fc.option(fc.integer({ min: 0, max: 5_000_000 }), { nil: null });

describe('niceScale', () => {
  it.each<[Known[], number[]]>([
    [[], [0, 1]],
    [
      [null, null],
      [0, 1],
    ],
    [
      [0, 0],
      [0, 1],
    ],
    [[1], [0, 1]],
    [
      [3, null],
      [0, 1, 2, 3],
    ],
    [[4], [0, 1, 2, 3, 4]],
    [[10], [0, 5, 10]],
    [[12], [0, 5, 10, 15]],
    [[40], [0, 10, 20, 30, 40]],
    [[7.5], [0, 2, 4, 6, 8]],
    [
      [1, 1000],
      [0, 500, 1000],
    ],
    [
      [-5, Number.NaN, Number.POSITIVE_INFINITY, 2],
      [0, 1, 2],
    ],
  ])('%j is written at %j', (values, ticks) => {
    expect(niceScale(values)).toEqual({ top: ticks.at(-1), ticks });
  });

  it('holds every value in at most five whole and even steps', () => {
    fc.assert(
      fc.property(fc.array(known), (values) => {
        const { top, ticks } = niceScale(values);
        const most = Math.max(0, ...values.map((value) => value ?? 0));
        expect(top).toBeGreaterThanOrEqual(Math.max(most, 1));
        expect(ticks.length).toBeLessThanOrEqual(5);
        expect(ticks[0]).toBe(0);
        expect(ticks.at(-1)).toBe(top);
        const steps = ticks.slice(1).map((tick, index) => tick - (ticks[index] ?? 0));
        expect(new Set(steps).size).toBe(1);
        expect(steps[0]).toSatisfy(Number.isInteger);
        // No more than the step below the top is empty.
        if (most > 0) expect(top - most).toBeLessThan(steps[0] ?? 0);
      }),
    );
  });
});

describe('lengthOf', () => {
  const scale = { top: 4000, ticks: [] };

  it('draws a value a thousandth of another as a hairline, and nothing as nothing', () => {
    expect([4000, 2000, 4, 0, null].map((value) => lengthOf(value, scale))).toEqual([
      ...[100, 50, HAIRLINE, 0, 0],
    ]);
  });

  it('keeps a point of a line where it is, however low', () => {
    expect(placeOf(4, scale)).toBe(0.1);
  });
});

describe('stack', () => {
  it('shows every kind that is not nothing, in order, and stays within the axis', () => {
    fc.assert(
      fc.property(fc.array(known, { minLength: 1, maxLength: 4 }), (values) => {
        const segments = stack(values, niceScale([totalOf(values)]));
        expect(segments.map(({ series }) => series)).toEqual(
          [...values.keys()].filter((series) => (values[series] ?? 0) > 0),
        );
        let end = 0;
        for (const { from, length } of segments) {
          expect(from).toBe(end);
          expect(length).toBeGreaterThanOrEqual(HAIRLINE);
          end += length;
        }
        expect(end).toBeLessThanOrEqual(100 + 1e-9);
      }),
    );
  });

  it('takes from the longest what hairlines are too much', () => {
    const lengths = stack([1, 998, 1], { top: 1000, ticks: [] }).map(({ length }) => length);
    expect(lengths).toEqual([HAIRLINE, 100 - 2 * HAIRLINE, HAIRLINE]);
  });
});

describe('gaps', () => {
  it('are no zeros in a sum', () => {
    expect([totalOf([null, null]), totalOf([null, 0]), totalOf([2, null, 3])]).toEqual([
      null,
      0,
      5,
    ]);
  });

  it('break a line', () => {
    const runs = stretches([null, 1, 0, null, null, 4, null]);
    expect(runs.map((run) => run.map(({ index, value }) => [index, value]))).toEqual([
      [
        [1, 1],
        [2, 0],
      ],
      [[5, 4]],
    ]);
    expect(stretches([null])).toEqual([]);
  });
});
