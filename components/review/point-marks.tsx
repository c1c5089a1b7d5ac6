'use client';

import { ErrorMessage, HintText } from 'nhsuk-react-components';
import { choiceId } from '@/components/form/choice-id';
import { useField } from '@/components/form/use-field';
import type { ShownPoint } from '@/lib/domain/case-view';
import { POINT_MARKS } from '@/lib/domain/review';

const LABELS = {
  covered: 'Covered',
  not_covered: 'Not covered',
  not_applicable: 'Not applicable',
} as const;

export type MarkedPoint = ShownPoint & { ticked: boolean };
type PointMarksProps = { points: readonly MarkedPoint[] };

/** Each coverage point on one line with its three marks; none is chosen beforehand. */
export function PointMarks({ points }: PointMarksProps) {
  return (
    <div className="app-points">
      <p className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">Coverage points</p>
      {points.map((point) => (
        <PointMark key={point.id} {...point} />
      ))}
    </div>
  );
}

function PointMark({ id, text, hint, ticked }: MarkedPoint) {
  const field = useField(`point-${id}`, { hint: hint !== null });
  return (
    <fieldset className="nhsuk-fieldset app-points__row" aria-describedby={field.describedBy}>
      <legend className="app-points__legend">
        {text}
        {ticked ? <span className="app-points__ticked"> (ticked by the supplier)</span> : null}
      </legend>
      <PointWords id={field.id} hint={hint} problem={field.problem} />
      <div className="nhsuk-radios nhsuk-radios--small nhsuk-radios--inline">
        {POINT_MARKS.map((mark, index) => (
          <div key={mark} className="nhsuk-radios__item">
            <input
              className="nhsuk-radios__input"
              id={choiceId(field.id, index)}
              type="radio"
              name={`point-${id}`}
              value={mark}
              defaultChecked={field.value === mark}
            />
            <label className="nhsuk-label nhsuk-radios__label" htmlFor={choiceId(field.id, index)}>
              {LABELS[mark]}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

type PointWordsProps = { id: string; hint: string | null; problem: string | undefined };

/** What the mark means, and what is wrong, across the whole line. */
function PointWords({ id, hint, problem }: PointWordsProps) {
  if (hint === null && problem === undefined) return null;
  return (
    <div className="app-points__words">
      <HintText id={`${id}-hint`}>{hint}</HintText>
      <ErrorMessage id={`${id}-error`}>{problem}</ErrorMessage>
    </div>
  );
}
