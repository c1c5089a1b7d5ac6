/** How many kinds can be told apart without colour. */
const LOOKS = 4;

export const lookOf = (series: number): number => (series % LOOKS) + 1;

/** The fill of a series' bars: one is plain, the others are drawn in lines and dots. */
export const fillOf = (id: string, series: number): string | undefined =>
  lookOf(series) === 1 ? undefined : `url(#${id}-look-${lookOf(series)})`;

/** The patterns that the bars of a chart are filled with; `id` is the chart's. */
export function Patterns({ id, count }: { id: string; count: number }) {
  if (count < 2) return null;
  return (
    <defs>
      <pattern
        id={`${id}-look-2`}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect className="app-chart__paper" width="6" height="6" />
        <rect className="app-chart__ink-2" width="2.5" height="6" />
      </pattern>
      <pattern id={`${id}-look-3`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect className="app-chart__paper" width="6" height="6" />
        <circle className="app-chart__ink-3" cx="3" cy="3" r="1.5" />
      </pattern>
      <pattern id={`${id}-look-4`} width="5" height="5" patternUnits="userSpaceOnUse">
        <rect className="app-chart__paper" width="5" height="5" />
        <rect className="app-chart__ink-4" width="5" height="2" />
      </pattern>
    </defs>
  );
}
