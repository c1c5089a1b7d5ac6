'use client';

import { FieldGroup } from './field-group';
import type { FieldLegend } from './field-label';
import { useFormContext } from './form-context';
import { useField } from './use-field';

/** Posts `name-day`, `name-month` and `name-year`. */
type DateFieldProps = FieldLegend & { name: string };

type PartProps = {
  name: string;
  id: string;
  label: string;
  width: 2 | 4;
  numeric: boolean;
  wrong: boolean;
};

/**
 * A date typed in three parts. A problem of the whole date (field `name`) marks all three, one of
 * a part (`name-month`) that part only. The month takes names, so it asks for no number pad.
 */
export function DateField(props: DateFieldProps) {
  const { name } = props;
  const { problems } = useFormContext();
  const whole = useField(name, { hint: Boolean(props.hint) });
  const mine = problems.filter(({ field }) => field === name || field.startsWith(`${name}-`));
  const problem = mine[0]?.message;
  const wrong = (part: string) =>
    mine.some(({ field }) => field === name || field === `${name}-${part}`);
  const describedBy = [props.hint ? `${whole.id}-hint` : '', problem ? `${whole.id}-error` : ''];
  return (
    <FieldGroup
      {...props}
      id={whole.id}
      problem={problem}
      describedBy={describedBy.filter(Boolean).join(' ') || undefined}
      role="group"
    >
      <div className="nhsuk-date-input">
        <Part
          name={`${name}-day`}
          id={whole.id}
          label="Day"
          width={2}
          numeric
          wrong={wrong('day')}
        />
        <Part
          name={`${name}-month`}
          id={`${whole.id}-month`}
          label="Month"
          width={2}
          numeric={false}
          wrong={wrong('month')}
        />
        <Part
          name={`${name}-year`}
          id={`${whole.id}-year`}
          label="Year"
          width={4}
          numeric
          wrong={wrong('year')}
        />
      </div>
    </FieldGroup>
  );
}

function Part({ name, id, label, width, numeric, wrong }: PartProps) {
  const { value } = useField(name, { hint: false });
  const error = wrong ? ' nhsuk-input--error' : '';
  return (
    <div className="nhsuk-date-input__item">
      <label className="nhsuk-label nhsuk-date-input__label" htmlFor={id}>
        {label}
      </label>
      <input
        className={`nhsuk-input nhsuk-date-input__input nhsuk-input--width-${width}${error}`}
        id={id}
        name={name}
        type="text"
        defaultValue={value}
        inputMode={numeric ? 'numeric' : undefined}
        autoComplete="off"
        aria-invalid={wrong || undefined}
      />
    </div>
  );
}
