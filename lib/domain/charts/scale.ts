/** What a chart knows of one point: a number, or null where nothing is known, which is not 0. */
export type Known = number | null;

/** An axis from 0 to `top`, and the numbers written beside it, evenly apart. */
export type Scale = { top: number; ticks: readonly number[] };

/** The least part of the height or length, in percent, at which something still shows as a line. */
export const HAIRLINE = 1.5;

const NICE = [1, 2, 5, 10];
const MOST_STEPS = 4;

/** The number that is drawn: whatever is below 0 or no number at all has no length. */
const drawn = (value: Known): number =>
  value !== null && Number.isFinite(value) && value > 0 ? value : 0;

/** An axis in steps of 1, 2 or 5 times a power of ten that holds all the values; steps of 1 at least. */
export function niceScale(values: readonly Known[]): Scale {
  const most = Math.max(0, ...values.map(drawn));
  if (most === 0) return { top: 1, ticks: [0, 1] };
  const rough = most / MOST_STEPS;
  const power = 10 ** Math.floor(Math.log10(rough));
  const nice = NICE.map((each) => each * power).find((each) => each >= rough * (1 - 1e-9));
  const step = Math.max(1, nice ?? 10 * power);
  const steps = Math.ceil((most / step) * (1 - 1e-9));
  return { top: step * steps, ticks: Array.from({ length: steps + 1 }, (_, i) => i * step) };
}

/** The axis of shares: 0 to 100 percent. */
export const PERCENT_SCALE: Scale = { top: 100, ticks: [0, 25, 50, 75, 100] };

/** A value's part of the axis in percent; 0 is 0, anything more at least a hairline. */
export function lengthOf(value: Known, { top }: Scale): number {
  const part = (drawn(value) / top) * 100;
  return part === 0 ? 0 : Math.min(100, Math.max(HAIRLINE, part));
}

/** Where a value lies on the axis in percent, exactly: for lines, where no hairline is needed. */
export const placeOf = (value: number, { top }: Scale): number =>
  Math.min(100, (drawn(value) / top) * 100);

/** A part of a stacked bar, in percent of the axis. */
export type Segment = { series: number; from: number; length: number };

/**
 * The parts of a stacked bar, one on the other, none hidden: small ones are drawn as hairlines, and
 * what these take too much is taken from the longest, so that the bar stays within the axis.
 */
export function stack(values: readonly Known[], scale: Scale): Segment[] {
  const lengths = values.map((value) => lengthOf(value, scale));
  const over = lengths.reduce((sum, each) => sum + each, 0) - 100;
  const longest = lengths.indexOf(Math.max(...lengths));
  if (over > 0) lengths[longest] = Math.max(HAIRLINE, (lengths[longest] ?? 0) - over);
  let from = 0;
  return lengths.flatMap((length, series) => {
    if (length === 0) return [];
    const segment = { series, from, length };
    from += length;
    return [segment];
  });
}

/** The sum of what is known; null where nothing is. */
export function totalOf(values: readonly Known[]): Known {
  const known = values.filter((value): value is number => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

/** Stretches of known points, each broken by a gap: a line is drawn through each by itself. */
export function stretches(values: readonly Known[]): { index: number; value: number }[][] {
  const found: { index: number; value: number }[][] = [];
  let open: { index: number; value: number }[] | null = null;
  values.forEach((value, index) => {
    if (value === null) open = null;
    else if (open) open.push({ index, value });
    else {
      open = [{ index, value }];
      found.push(open);
    }
  });
  return found;
}
