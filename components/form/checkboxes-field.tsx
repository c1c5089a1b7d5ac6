'use client';

import { Choice } from './choice';
import { choiceId } from './choice-id';
import { FieldGroup } from './field-group';
import type { FieldLegend, Option } from './field-label';
import { useField } from './use-field';

type CheckboxesFieldProps = FieldLegend & {
  name: string;
  options: readonly Option[];
  small?: boolean;
};

/** Always read as a list on the server, also where there is one box only. */
export function CheckboxesField(props: CheckboxesFieldProps) {
  const { name, options, small = false } = props;
  const field = useField(name, { hint: Boolean(props.hint) });
  return (
    <FieldGroup {...props} id={field.id} problem={field.problem} describedBy={field.describedBy}>
      <div className={`nhsuk-checkboxes${small ? ' nhsuk-checkboxes--small' : ''}`}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            kind="checkboxes"
            option={option}
            id={choiceId(field.id, index)}
            name={name}
            checked={field.values.includes(option.value)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
