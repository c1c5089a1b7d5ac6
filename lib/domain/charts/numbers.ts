import { LAYOUTS, type Layout, widthOf } from './labels';
import { HAIRLINE, type Known, placeOf, type Scale } from './scale';
import { shortValue, type Unit } from './words';

const LINE = 16;

/** A number that would be written at a point: `at` is how high the point is, in percent. */
export type NumberWish = {
  index: number;
  series: number;
  at: number;
  text: string;
  side: 'above' | 'below';
  /** Written though there are many points, where it fits: the newest, the highest, a hairline. */
  keen: boolean;
};

type Box = { left: number; right: number; low: number; high: number };
const meets = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.low < b.high && b.low < a.high;

/** Past this many points only what somebody is keen on is written. */
const FEW = 24;

/**
 * The numbers that fit without lying on each other or on a neighbour's bar (`bars`: each point's
 * height in percent, for bars). The keen ones come first; the table has all of them.
 */
export function placeNumbers(
  wishes: readonly NumberWish[],
  points: number,
  layout: Layout,
  bars?: readonly number[],
): NumberWish[] {
  const { width, height } = LAYOUTS[layout];
  const slot = width / points;
  const solid: Box[] = (bars ?? []).map((top, index) => ({
    left: index * slot,
    right: (index + 1) * slot,
    low: 0,
    high: (top / 100) * height,
  }));
  const placed: { wish: NumberWish; box: Box }[] = [];
  const order = [...wishes.filter(({ keen }) => keen), ...wishes.filter(({ keen }) => !keen)];
  for (const wish of order) {
    if (points > FEW && !wish.keen) continue;
    const middle = (wish.index + 0.5) * slot;
    const half = widthOf(wish.text) / 2;
    const foot = (wish.at / 100) * height + (wish.side === 'above' ? 4 : -LINE - 4);
    const box = { left: middle - half, right: middle + half, low: foot, high: foot + LINE };
    // Below the axis its labels stand.
    if (box.low < 0) continue;
    const taken = placed.some((other) => meets(box, other.box));
    if (!taken && !solid.some((bar, index) => index !== wish.index && meets(box, bar)))
      placed.push({ wish, box });
  }
  return placed.map(({ wish }) => wish);
}

type Drawn = { values: readonly Known[]; scale: Scale; unit: Unit };

/** The points whose number is worth most: the newest known, the highest, then what is hardly seen. */
function keenOn({ values, scale }: Drawn): number[] {
  const known = values.flatMap((value, index) => (value === null ? [] : [{ index, value }]));
  const newest = known.at(-1);
  const highest = known.reduce<(typeof known)[number] | undefined>(
    (best, each) => (best && best.value >= each.value ? best : each),
    undefined,
  );
  const faint = known.filter(({ value }) => value > 0 && (value / scale.top) * 100 < HAIRLINE);
  return [newest, highest, ...faint].flatMap((each) => (each ? [each.index] : []));
}

function wishesOf(
  drawn: Drawn,
  rest: (index: number, value: number) => Pick<NumberWish, 'at' | 'side' | 'series'>,
) {
  const { values, unit } = drawn;
  const keen = keenOn(drawn);
  const order = [...new Set([...keen, ...values.keys()])];
  return order.flatMap((index): NumberWish[] => {
    const value = values[index] ?? null;
    if (value === null) return [];
    const text = shortValue(value, unit);
    return [{ index, text, keen: keen.includes(index), ...rest(index, value) }];
  });
}

/** The numbers of bars, above each; `tops` are the bars' heights as drawn, in percent. */
export const barWishes = (drawn: Drawn, tops: readonly number[]): NumberWish[] =>
  wishesOf(drawn, (index) => ({ series: 0, at: tops[index] ?? 0, side: 'above' }));

/** Below where the line comes down to a point and goes up again, so that it does not cross the number. */
function clearSide(values: readonly Known[], index: number): 'above' | 'below' {
  const [before, here, after] = [values[index - 1], values[index], values[index + 1]].map(
    (value) => value ?? null,
  );
  const higher = (value: Known | undefined) => value != null && here != null && value > here;
  return higher(before) && higher(after) ? 'below' : 'above';
}

/** The numbers of one line, above its points or below them, or where they are clear of the line. */
export const lineWishes = (
  drawn: Drawn,
  series: number,
  side: 'above' | 'below' | 'either',
): NumberWish[] =>
  wishesOf(drawn, (index, value) => ({
    series,
    at: placeOf(value, drawn.scale),
    side: side === 'either' ? clearSide(drawn.values, index) : side,
  }));
