'use client';

import { useFormContext } from '@/components/form/form-context';
import { textValue } from '@/lib/domain/form-state';
import { POINT_MARKS } from '@/lib/domain/review';

const LABELS = {
  covered: 'Covered',
  not_covered: 'Not covered',
  not_applicable: 'Not applicable',
} as const;

type PointMarksProps = { points: readonly { id: string; text: string; ticked: boolean }[] };

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

function PointMark({ id, text, ticked }: PointMarksProps['points'][number]) {
  const { values, idPrefix } = useFormContext();
  const name = `point-${id}`;
  const chosen = textValue(values, name);
  return (
    <fieldset className="nhsuk-fieldset app-points__row">
      <legend className="app-points__legend">
        {text}
        {ticked ? <span className="app-points__ticked"> (ticked by the supplier)</span> : null}
      </legend>
      <div className="nhsuk-radios nhsuk-radios--small nhsuk-radios--inline">
        {POINT_MARKS.map((mark) => (
          <div key={mark} className="nhsuk-radios__item">
            <input
              className="nhsuk-radios__input"
              id={`${idPrefix}${name}-${mark}`}
              type="radio"
              name={name}
              value={mark}
              defaultChecked={chosen === mark}
            />
            <label
              className="nhsuk-label nhsuk-radios__label"
              htmlFor={`${idPrefix}${name}-${mark}`}
            >
              {LABELS[mark]}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
