/** What a character of a chart's small writing takes, in pixels; these differ much from the others. */
const CHARACTER = 7.8;
const CHARACTERS: Record<string, number> = { '%': 12.6, M: 11.8, m: 11.8, ' ': 4, ',': 4, '.': 4 };
const APART = 3;

/** The least width and height in pixels at which a chart is laid out: a phone's, and any wider. */
export const LAYOUTS = {
  narrow: { width: 200, height: 190 },
  wide: { width: 610, height: 190 },
} as const;
export type Layout = keyof typeof LAYOUTS;

export type AxisLabel = { index: number; text: string; anchor: 'start' | 'middle' | 'end' };

/** The middle of a point's place along the axis, in percent. */
export const middleOf = (index: number, points: number): number => ((index + 0.5) / points) * 100;

/** What a text takes in a chart, in pixels. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, each) => sum + (CHARACTERS[each] ?? CHARACTER), 0);

type Placed = AxisLabel & { left: number; right: number };

/** Every so-manieth label from the last one back, those at the ends pushed inwards. */
function labelsEvery(texts: readonly string[], width: number, every: number): Placed[] {
  const slot = width / texts.length;
  const labels: Placed[] = [];
  for (let index = texts.length - 1; index >= 0; index -= every) {
    const text = texts[index] ?? '';
    const [middle, size] = [(index + 0.5) * slot, widthOf(text)];
    if (middle + size / 2 > width)
      labels.unshift({ index, text, anchor: 'end', left: width - size, right: width });
    else if (middle < size / 2)
      labels.unshift({ index, text, anchor: 'start', left: 0, right: size });
    else
      labels.unshift({
        ...{ index, text, anchor: 'middle' },
        left: middle - size / 2,
        right: middle + size / 2,
      });
  }
  return labels;
}

/**
 * The labels below an axis that fit beside each other, evenly apart and the last among them, since
 * the newest is what people look for.
 */
export function axisLabels(texts: readonly string[], layout: Layout): AxisLabel[] {
  const { width } = LAYOUTS[layout];
  for (let every = 1; every <= texts.length; every += 1) {
    const labels = labelsEvery(texts, width, every);
    const fits = labels.every(({ left }, at) => left >= (labels[at - 1]?.right ?? -APART) + APART);
    if (fits) return labels.map(({ index, text, anchor }) => ({ index, text, anchor }));
  }
  return [];
}
