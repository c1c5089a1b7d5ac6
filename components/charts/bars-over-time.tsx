import { barWishes, placeNumbers } from '@/lib/domain/charts/numbers';
import { niceScale, PERCENT_SCALE, stack, totalOf } from '@/lib/domain/charts/scale';
import { sayValue } from '@/lib/domain/charts/words';
import { ChartFigure } from './chart-figure';
import { ChartTable } from './chart-table';
import { Key } from './key';
import { fillOf, lookOf, Patterns } from './pattern';
import { Plot } from './plot';
import type { TimeChart } from './types';

const MOST_WIDTH = 10;
const PART_OF_SLOT = 0.72;

/** Bars over weeks or months, one or several kinds on each other; null in every kind is a gap. */
export function BarsOverTime(props: TimeChart) {
  const { id, heading, points, series, unit, pointName, marks = [] } = props;
  const columns = points.map((_, index) => series.map(({ values }) => values[index] ?? null));
  const totals = columns.map(totalOf);
  const scale = unit === 'percent' ? PERCENT_SCALE : niceScale(totals);
  const stacks = columns.map((values) => stack(values, scale));
  const tops = stacks.map((segments) => segments.reduce((sum, { length }) => sum + length, 0));
  const wishes = barWishes({ values: totals, scale, unit }, tops);
  const slot = 100 / points.length;
  const width = Math.min(slot * PART_OF_SLOT, MOST_WIDTH);
  return (
    <ChartFigure
      {...props}
      isEmpty={points.length === 0}
      drawing={
        <>
          <Plot
            {...{ id, heading, points, scale, unit, marks }}
            known={totals}
            numbers={(layout) => placeNumbers(wishes, points.length, layout, tops)}
            defs={<Patterns id={id} count={series.length} />}
          >
            {stacks.map((segments, index) => (
              <g key={points[index]?.label}>
                {segments.map((segment) => (
                  <rect
                    key={segment.series}
                    className={`app-chart__bar app-chart__bar--${lookOf(segment.series)}`}
                    fill={fillOf(id, segment.series)}
                    x={`${(index + 0.5) * slot - width / 2}%`}
                    y={`${100 - segment.from - segment.length}%`}
                    width={`${width}%`}
                    height={`${segment.length}%`}
                  >
                    <title>
                      {`${points[index]?.label}: ${sayValue(columns[index]?.[segment.series] ?? null, unit)}${series.length > 1 ? `, ${series[segment.series]?.name}` : ''}`}
                    </title>
                  </rect>
                ))}
              </g>
            ))}
          </Plot>
          <Key
            {...{ id, marks }}
            kind="bars"
            names={series.map(({ name }) => name)}
            gap={totals.includes(null)}
          />
        </>
      }
      table={
        <ChartTable
          caption={heading}
          rowName={pointName}
          names={series.map(({ name }) => name)}
          rows={points.map(({ label, href }, index) => ({
            ...{ key: label, label, href },
            values: columns[index] ?? [],
          }))}
          unit={unit}
          total={unit !== 'percent'}
        />
      }
    />
  );
}
