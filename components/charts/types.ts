import type { Known } from '@/lib/domain/charts/scale';
import type { Unit } from '@/lib/domain/charts/words';
import type { Href } from '@/lib/paths';

/** What every chart is given: its place on the page, its heading and what it says in one sentence. */
export type ChartText = {
  /** Names the chart in addresses of its page ('#received'), unlike any other there. */
  id: string;
  heading: string;
  /** Under an h2 unless said otherwise. */
  level?: 2 | 3;
  /** What the chart shows, for everybody: see lib/domain/charts/words. */
  sentence: string;
  /** The list behind the figures. */
  href?: Href;
  /** What the link to it says; 'Open the list' unless said. */
  linkText?: string;
  /** Said in place of a chart that has no points. */
  empty?: string;
};

/** A week or a month of a chart over time. */
export type TimePoint = {
  /** In full, for the table: 'Week of 5 October 2026', 'October 2026'. */
  label: string;
  /** Below the axis, 8 characters at most: '5 Oct', 'Oct 26'. */
  short: string;
  /** The list behind the point, linked from the table. */
  href?: Href;
};

/** One kind of what is shown, with a value for each point; null where nothing is known. */
export type Series = { name: string; values: readonly Known[] };

/** What happened before a point: drawn as an upright line with a letter, explained below the chart. */
export type Mark = { before: number; label: string };

export type TimeChart = ChartText & {
  points: readonly TimePoint[];
  /** At most four. */
  series: readonly Series[];
  unit: Unit;
  /** What a point is, heading the table's first column: 'Week', 'Month'. */
  pointName: string;
  marks?: readonly Mark[];
};
