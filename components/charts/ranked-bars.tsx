import { Link } from '@/components/ui/link';
import { niceScale, PERCENT_SCALE, stack, totalOf } from '@/lib/domain/charts/scale';
import { sayValue, shortValue, type Unit } from '@/lib/domain/charts/words';
import type { Href } from '@/lib/paths';
import { ChartFigure } from './chart-figure';
import { ChartTable } from './chart-table';
import { Key } from './key';
import { fillOf, lookOf, Patterns } from './pattern';
import type { ChartText } from './types';

export type RankedRow = {
  /** Tells rows of one name apart. */
  key: string;
  label: string;
  /** The list behind the row. */
  href?: Href;
  /** One number for each name of the chart's `series`, 0 or more. */
  values: readonly number[];
};

type RankedBarsProps = ChartText & {
  rows: readonly RankedRow[];
  /** One name, or the parts of each bar, four at most. */
  series: readonly string[];
  unit: Unit;
  /** What a row is, heading the table's first column: 'Reason', 'Supplier'. */
  rowName: string;
};

/** Things side by side, in the order given: a name, its number, and a bar as long as it. */
export function RankedBars(props: RankedBarsProps) {
  const { id, rows, series, unit, rowName } = props;
  const totals = rows.map(({ values }) => totalOf(values));
  const most = Math.max(0, ...totals.map((total) => total ?? 0));
  // The longest bar takes the whole width: here no axis has to be read.
  const scale = unit === 'percent' ? PERCENT_SCALE : { ...niceScale(totals), top: most || 1 };
  return (
    <ChartFigure
      {...props}
      isEmpty={rows.length === 0}
      drawing={
        <>
          {/* Read as a list of names and numbers; the bars only show what the numbers say. */}
          <ol className="app-ranked">
            {rows.map(({ key, label, href, values }, index) => (
              <li key={key} className="app-ranked__row">
                <span className="app-ranked__label">
                  {href ? <Link href={href}>{label}</Link> : label}
                </span>
                <span className="app-ranked__value">
                  {shortValue(totals[index] ?? null, unit)}
                  {unit === 'percent' ? null : (
                    <span className="nhsuk-u-visually-hidden">
                      {` ${shortValue(totals[index] ?? null, unit) === '1' ? unit.one : unit.many}`}
                    </span>
                  )}
                </span>
                <svg className="app-ranked__bar" aria-hidden="true" focusable="false">
                  {index === 0 ? <Patterns id={id} count={series.length} /> : null}
                  {stack(values, scale).map((segment) => (
                    <rect
                      key={segment.series}
                      className={`app-chart__bar app-chart__bar--${lookOf(segment.series)}`}
                      fill={fillOf(id, segment.series)}
                      x={`${segment.from}%`}
                      y="0"
                      width={`${segment.length}%`}
                      height="100%"
                    >
                      <title>
                        {`${series[segment.series]}: ${sayValue(values[segment.series] ?? 0, unit)}`}
                      </title>
                    </rect>
                  ))}
                </svg>
              </li>
            ))}
          </ol>
          <Key id={id} kind="bars" names={series} />
        </>
      }
      table={
        <ChartTable
          caption={props.heading}
          rowName={rowName}
          names={series}
          rows={rows.map(({ key, label, href, values }) => ({ key, label, href, values }))}
          unit={unit}
          total={unit !== 'percent'}
        />
      }
    />
  );
}
