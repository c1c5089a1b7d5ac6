'use client';

import { useField } from '@/components/form/use-field';

type ChooseBoxProps = { name: string; value: string; label: string; first: boolean };

/** The box that chooses one row of a list; the first bears the field's id, for the error summary. */
export function ChooseBox({ name, value, label, first }: ChooseBoxProps) {
  const field = useField(name, { hint: false });
  const id = first ? field.id : `${field.id}-${value}`;
  return (
    <div className="nhsuk-checkboxes nhsuk-checkboxes--small app-choose">
      <div className="nhsuk-checkboxes__item">
        <input
          className="nhsuk-checkboxes__input"
          id={id}
          name={name}
          type="checkbox"
          value={value}
          defaultChecked={field.values.includes(value)}
        />
        <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={id}>
          <span className="nhsuk-u-visually-hidden">{label}</span>
        </label>
      </div>
    </div>
  );
}
