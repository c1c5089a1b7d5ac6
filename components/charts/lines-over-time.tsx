import { middleOf } from '@/lib/domain/charts/labels';
import { lineWishes, placeNumbers } from '@/lib/domain/charts/numbers';
import {
  type Known,
  niceScale,
  PERCENT_SCALE,
  placeOf,
  type Scale,
  stretches,
  totalOf,
} from '@/lib/domain/charts/scale';
import { sayValue, type Unit } from '@/lib/domain/charts/words';
import { ChartFigure } from './chart-figure';
import { ChartTable } from './chart-table';
import { Key } from './key';
import { lookOf } from './pattern';
import { Plot } from './plot';
import type { TimeChart, TimePoint } from './types';

/** Past this many points a line is drawn without them, save where it begins, ends or stands alone. */
const FEW_POINTS = 24;

type LinesProps = TimeChart & {
  /** What each point is held against, such as ten working days; `label` is said in the key. */
  target?: { values: readonly number[]; label: string };
};

/** One or two lines over weeks or months, such as a median and a percentile; broken at null. */
export function LinesOverTime({ target, ...props }: LinesProps) {
  const { id, heading, points, series, unit, pointName, marks = [] } = props;
  const every = series.flatMap(({ values }) => values);
  const scale =
    unit === 'percent' ? PERCENT_SCALE : niceScale([...every, ...(target?.values ?? [])]);
  const known = points.map((_, index) =>
    totalOf(series.map(({ values }) => values[index] ?? null)),
  );
  const low = lowest(series.map(({ values }) => values));
  const side = (index: number) => (index === low ? 'below' : 'above');
  const wishes = series.flatMap(({ values }, index) =>
    lineWishes({ values, scale, unit }, index, series.length === 1 ? 'either' : side(index)),
  );
  return (
    <ChartFigure
      {...props}
      isEmpty={points.length === 0}
      drawing={
        <>
          <Plot
            {...{ id, heading, points, scale, unit, marks, known }}
            numbers={(layout) => placeNumbers(wishes, points.length, layout)}
          >
            {target ? <Target values={target.values} scale={scale} /> : null}
            {series.map(({ name, values }, index) => (
              <Line key={name} {...{ name, values, points, scale, unit }} look={lookOf(index)} />
            ))}
          </Plot>
          <Key
            {...{ id, marks }}
            kind="lines"
            names={series.map(({ name }) => name)}
            gap={known.includes(null)}
            target={target?.label}
          />
        </>
      }
      table={
        <ChartTable
          caption={heading}
          rowName={pointName}
          names={[...series.map(({ name }) => name), ...(target ? ['Target'] : [])]}
          rows={points.map(({ label, href }, index) => ({
            ...{ key: label, label, href },
            values: [...series, ...(target ? [target] : [])].map(
              ({ values }) => values[index] ?? null,
            ),
          }))}
          unit={unit}
          total={false}
        />
      }
    />
  );
}

/** The series whose numbers are written below it, so that two do not lie on each other. */
function lowest(all: readonly (readonly Known[])[]): number {
  const sums = all.map((values) => totalOf(values) ?? 0);
  return sums.indexOf(Math.min(...sums));
}

/** A level line for each stretch that was held against one value, with a step where it changed. */
function Target({ values, scale }: { values: readonly number[]; scale: Scale }) {
  const slot = 100 / values.length;
  const y = (value: number) => `${100 - placeOf(value, scale)}%`;
  const begins = values.flatMap((value, at) => (value === values[at - 1] ? [] : [{ at, value }]));
  return begins.map(({ at, value }, index) => {
    const before = begins[index - 1];
    const x = `${at * slot}%`;
    const end = `${(begins[index + 1]?.at ?? values.length) * slot}%`;
    return (
      <g key={at} className="app-chart__target">
        {before ? <line x1={x} x2={x} y1={y(before.value)} y2={y(value)} /> : null}
        <line x1={x} x2={end} y1={y(value)} y2={y(value)} />
      </g>
    );
  });
}

type LineProps = {
  name: string;
  values: readonly Known[];
  points: readonly TimePoint[];
  scale: Scale;
  unit: Unit;
  look: number;
};

function Line({ name, values, points, scale, unit, look }: LineProps) {
  const runs = stretches(values.slice(0, points.length));
  const x = (index: number) => middleOf(index, points.length);
  const y = (value: number) => 100 - placeOf(value, scale);
  const ends = (run: { index: number }[]) =>
    run.filter((_, at) => points.length <= FEW_POINTS || at === 0 || at === run.length - 1);
  return (
    <g>
      {/* Stretched to the drawing's size; the line itself keeps its width and its dashes. */}
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%">
        <title>{name}</title>
        {runs.map((run) => (
          <polyline
            key={run[0]?.index}
            className={`app-chart__line app-chart__line--${look}`}
            vectorEffect="non-scaling-stroke"
            points={run.map(({ index, value }) => `${x(index)},${y(value)}`).join(' ')}
          />
        ))}
      </svg>
      {runs.flatMap(ends).map(({ index }) => (
        <circle
          key={index}
          className={`app-chart__point app-chart__point--${look}`}
          cx={`${x(index)}%`}
          cy={`${y(values[index] ?? 0)}%`}
          r="4"
        >
          <title>{`${points[index]?.label}: ${sayValue(values[index] ?? null, unit)}, ${name}`}</title>
        </circle>
      ))}
    </g>
  );
}
