import type { ReactNode } from 'react';
import { axisLabels, LAYOUTS, type Layout, middleOf } from '@/lib/domain/charts/labels';
import type { NumberWish } from '@/lib/domain/charts/numbers';
import type { Known, Scale } from '@/lib/domain/charts/scale';
import { tickText, type Unit } from '@/lib/domain/charts/words';
import type { Mark, TimePoint } from './types';

const LAYOUT_NAMES = Object.keys(LAYOUTS) as Layout[];

/** The letter by which a mark is known in the drawing and in the key. */
export const letterOf = (mark: number): string => String.fromCharCode(65 + mark);

type PlotProps = {
  /** The chart's; its sentence describes the drawing. */
  id: string;
  heading: string;
  points: readonly TimePoint[];
  scale: Scale;
  unit: Unit;
  marks: readonly Mark[];
  /** What is known of each point in all: null is drawn as a gap. */
  known: readonly Known[];
  numbers: (layout: Layout) => readonly NumberWish[];
  defs?: ReactNode;
  children: ReactNode;
};

/**
 * The frame of a chart over time. Everything is placed in percent, so that the drawing takes the
 * width it is given and its writing keeps its size, from 320 pixels to paper.
 */
export function Plot(props: PlotProps) {
  const { id, heading, points, scale, unit, marks, known, numbers, defs, children } = props;
  return (
    <div className="app-chart__frame">
      <div className="app-chart__ticks" aria-hidden="true">
        {scale.ticks.toReversed().map((tick) => (
          <span key={tick}>{tickText(tick, unit)}</span>
        ))}
      </div>
      <svg
        className={`app-chart__plot${marks.length > 0 ? ' app-chart__plot--marked' : ''}`}
        role="img"
        aria-label={heading}
        aria-describedby={`${id}-sentence`}
        focusable="false"
      >
        <title>{heading}</title>
        {defs}
        <Gaps known={known} />
        {scale.ticks.map((tick) => (
          <Level key={tick} className="app-chart__rule" at={(tick / scale.top) * 100} />
        ))}
        {children}
        <Level className="app-chart__base" at={0} />
        {marks.map((mark, index) => (
          <MarkLine key={mark.label} index={index} at={(mark.before / points.length) * 100} />
        ))}
        {LAYOUT_NAMES.map((layout) => (
          <g key={layout} className={`app-chart__${layout}`}>
            <Numbers numbers={numbers(layout)} points={points.length} />
            <AxisLabels points={points} layout={layout} />
          </g>
        ))}
      </svg>
    </div>
  );
}

/** A level line across the drawing, at a height in percent. */
function Level({ className, at }: { className: string; at: number }) {
  const y = `${100 - at}%`;
  return <line className={className} x1="0%" x2="100%" y1={y} y2={y} />;
}

/** Where nothing is known: an outlined stretch, so that it is not taken for a zero. */
function Gaps({ known }: { known: readonly Known[] }) {
  const gaps: { from: number; length: number }[] = [];
  known.forEach((value, index) => {
    const last = gaps.at(-1);
    if (value !== null) return;
    if (last && last.from + last.length === index) last.length += 1;
    else gaps.push({ from: index, length: 1 });
  });
  const slot = 100 / known.length;
  return gaps.map(({ from, length }) => (
    <rect
      key={from}
      className="app-chart__gap"
      x={`${from * slot}%`}
      y="0%"
      width={`${length * slot}%`}
      height="100%"
    />
  ));
}

function MarkLine({ index, at }: { index: number; at: number }) {
  const anchor = at < 2 ? 'start' : at > 98 ? 'end' : 'middle';
  return (
    <g>
      <line className="app-chart__mark" x1={`${at}%`} x2={`${at}%`} y1="-20" y2="100%" />
      <text className="app-chart__letter" x={`${at}%`} y="-24" textAnchor={anchor}>
        {letterOf(index)}
      </text>
    </g>
  );
}

function Numbers({ numbers, points }: { numbers: readonly NumberWish[]; points: number }) {
  return numbers.map(({ index, series, at, text, side }) => (
    <text
      key={`${series}-${index}`}
      className="app-chart__number"
      x={`${middleOf(index, points)}%`}
      y={`${100 - at}%`}
      dy={side === 'above' ? -8 : 19}
      textAnchor="middle"
    >
      {text}
    </text>
  ));
}

const ENDS = { start: () => 0, end: () => 100, middle: middleOf };

function AxisLabels({ points, layout }: { points: readonly TimePoint[]; layout: Layout }) {
  const texts = points.map(({ short }) => short);
  return axisLabels(texts, layout).map(({ index, text, anchor }) => (
    <text
      key={index}
      className="app-chart__label"
      x={`${ENDS[anchor](index, points.length)}%`}
      y="100%"
      dy="18"
      textAnchor={anchor}
    >
      {text}
    </text>
  ));
}
