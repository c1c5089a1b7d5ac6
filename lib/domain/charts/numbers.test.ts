import { describe, expect, it } from 'vitest';
import type { Layout } from './labels';
import { barWishes, lineWishes, placeNumbers } from './numbers';
import { type Known, lengthOf, niceScale } from './scale';

const unit = { one: 'thing', many: 'things' };

function onBars(values: Known[], layout: Layout = 'wide'): Map<number, string> {
  const scale = niceScale(values);
  const tops = values.map((value) => lengthOf(value, scale));
  const wishes = barWishes({ values, scale, unit }, tops);
  const placed = placeNumbers(wishes, values.length, layout, tops);
  return new Map(placed.map(({ index, text }) => [index, text]));
}

describe('the numbers of bars', () => {
  it('stand above every bar of a few, the zero too, and above no gap', () => {
    expect(Object.fromEntries(onBars([5, 0, null, 12]))).toEqual({ 0: '5', 1: '0', 3: '12' });
  });

  it('stand above what is drawn as a hairline, though one is a thousand times as high', () => {
    const values = Array.from({ length: 12 }, (_, index) => (index === 7 ? 4000 : 4));
    for (const layout of ['narrow', 'wide'] as const) {
      const numbers = onBars(values, layout);
      expect(numbers.get(7)).toBe('4,000');
      expect([...numbers.values()].filter((text) => text === '4')).toHaveLength(11);
    }
  });

  it('of many are only the newest and the highest', () => {
    const values = Array.from({ length: 60 }, (_, index) => (index === 20 ? 90 : 40 + (index % 7)));
    expect([...onBars(values).keys()].sort((a, b) => a - b)).toEqual([20, 59]);
  });

  it('of many stand above a hairline too, where it is alone', () => {
    const values = Array.from({ length: 60 }, (_, index) => (index === 10 ? 1 : 900));
    expect(onBars(values).get(10)).toBe('1');
  });

  it('never lie on a higher neighbour', () => {
    // '1,000' is wider than its place; beside it stands a bar as high.
    const numbers = onBars([1000, 1400, 1000, 1400, 1000, 1400, 1000, 1400], 'narrow');
    expect([...numbers.keys()].every((index) => index % 2 === 1)).toBe(true);
  });
});

describe('the numbers of lines', () => {
  const sides = (values: Known[]) =>
    lineWishes({ values, scale: niceScale(values), unit }, 0, 'either')
      .sort((a, b) => a.index - b.index)
      .map(({ side }) => side);

  it('stand below where the line comes down and goes up again', () => {
    expect(sides([5, 3, 5, 6])).toEqual(['above', 'below', 'above', 'above']);
    expect(sides([5, null, 3, 5])).toEqual(['above', 'above', 'above']);
  });

  it('never stand where the labels of the axis are', () => {
    const values = [9, 0, 9];
    const wishes = lineWishes({ values, scale: niceScale(values), unit }, 0, 'below');
    expect(placeNumbers(wishes, 3, 'wide').map(({ index }) => index)).not.toContain(1);
  });

  it('of two lines do not lie on each other', () => {
    const scale = { top: 10, ticks: [] };
    const wishes = [0, 1].flatMap((series) =>
      lineWishes({ values: [5, 5], scale, unit }, series, 'above'),
    );
    expect(placeNumbers(wishes, 2, 'wide')).toHaveLength(2);
  });
});
