'use client';

import type { FieldLabel } from './field-label';
import { FormGroup } from './form-group';
import { useField } from './use-field';

type SelectFieldProps = FieldLabel & {
  name: string;
  options: readonly { value: string; label: string }[];
  /** The words of an empty first choice, for example 'Select a status'. */
  empty?: string;
};

export function SelectField(props: SelectFieldProps) {
  const { name, options, empty } = props;
  const field = useField(name, { hint: Boolean(props.hint) });
  const error = field.problem === undefined ? '' : ' nhsuk-select--error';
  return (
    <FormGroup {...props} id={field.id} problem={field.problem}>
      <select
        // React does not carry a new default into a select, so each attempt begins a new one.
        key={field.attempt}
        className={`nhsuk-select${error}`}
        id={field.id}
        name={name}
        defaultValue={field.value}
        aria-describedby={field.describedBy}
        aria-invalid={field.problem !== undefined || undefined}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FormGroup>
  );
}
