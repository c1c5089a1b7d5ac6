import { describe, expect, it } from 'vitest';
import { axisLabels, LAYOUTS, type Layout, widthOf } from './labels';

const weeks = (count: number) => Array.from({ length: count }, (_, index) => `${index % 30} Oct`);

/** The left and right end of each label, in pixels, as it is drawn. */
function ends(texts: string[], layout: Layout): [number, number][] {
  const { width } = LAYOUTS[layout];
  return axisLabels(texts, layout).map(({ index, text, anchor }) => {
    const middle = ((index + 0.5) / texts.length) * width;
    const [size, half] = [widthOf(text), widthOf(text) / 2];
    const left = { start: 0, middle: middle - half, end: width - size }[anchor];
    return [left, left + size];
  });
}

describe('axisLabels', () => {
  for (const layout of ['narrow', 'wide'] as const)
    it.each([1, 2, 3, 4, 5, 7, 12, 13, 26, 60, 260])(
      `of %i points keep apart, ${layout}`,
      (count) => {
        const labels = axisLabels(weeks(count), layout);
        expect(labels.at(-1)?.index).toBe(count - 1);
        let before = 0;
        for (const [left, right] of ends(weeks(count), layout)) {
          expect(left).toBeGreaterThanOrEqual(before);
          expect(right).toBeLessThanOrEqual(LAYOUTS[layout].width);
          before = right;
        }
        const steps = labels.slice(1).map(({ index }, at) => index - (labels[at]?.index ?? 0));
        expect(new Set(steps).size).toBeLessThan(2);
      },
    );

  it('are all there where they fit', () => {
    expect(axisLabels(weeks(10), 'wide')).toHaveLength(10);
    expect(axisLabels(weeks(60), 'wide').length).toBeGreaterThan(5);
    expect(axisLabels(weeks(60), 'narrow').length).toBeGreaterThan(2);
  });

  it('of no points are none', () => {
    expect(axisLabels([], 'wide')).toEqual([]);
  });
});
