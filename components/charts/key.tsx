import type { ReactNode } from 'react';
import { fillOf, lookOf } from './pattern';
import { letterOf } from './plot';
import type { Mark } from './types';

type KeyProps = {
  /** The chart's, whose patterns the samples use. */
  id: string;
  kind: 'bars' | 'lines';
  names: readonly string[];
  marks?: readonly Mark[];
  /** Whether there is a stretch of which nothing is known. */
  gap?: boolean;
  /** What the dashed level line stands for. */
  target?: string | undefined;
};

/** What the looks, letters and lines of a chart stand for, in words beside a sample of each. */
export function Key({ id, kind, names, marks = [], gap = false, target }: KeyProps) {
  const entries: { name: string; sample: ReactNode }[] = [];
  if (names.length > 1)
    names.forEach((name, series) => {
      entries.push({ name, sample: <SeriesSample id={id} kind={kind} series={series} /> });
    });
  if (target)
    entries.push({
      name: target,
      sample: <line className="app-chart__target" x1="0" x2="24" y1="8" y2="8" />,
    });
  if (gap)
    entries.push({
      name: 'Nothing known',
      sample: <rect className="app-chart__gap" x="1" y="1" width="22" height="14" />,
    });
  if (entries.length + marks.length === 0) return null;
  return (
    <ul className="app-chart__key">
      {entries.map(({ name, sample }) => (
        <li key={name}>
          <svg className="app-chart__sample" aria-hidden="true" focusable="false">
            {sample}
          </svg>
          <span>{name}</span>
        </li>
      ))}
      {marks.map(({ label }, index) => (
        <li key={label}>
          <strong className="app-chart__letter">{letterOf(index)}</strong>
          <span>{label}</span>
        </li>
      ))}
    </ul>
  );
}

type SampleProps = { id: string; kind: KeyProps['kind']; series: number };

function SeriesSample({ id, kind, series }: SampleProps) {
  const look = lookOf(series);
  if (kind === 'bars')
    return (
      <rect
        className={`app-chart__bar app-chart__bar--${look}`}
        fill={fillOf(id, series)}
        {...{ x: 1, y: 1, width: 22, height: 14 }}
      />
    );
  return (
    <>
      <line className={`app-chart__line app-chart__line--${look}`} x1="0" x2="24" y1="8" y2="8" />
      <circle className={`app-chart__point app-chart__point--${look}`} cx="12" cy="8" r="4" />
    </>
  );
}
