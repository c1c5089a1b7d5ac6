'use client';

import type { ReactNode } from 'react';
import { Choice } from './choice';
import { choiceId } from './choice-id';
import { FieldGroup } from './field-group';
import type { FieldLegend, Option } from './field-label';
import { useField } from './use-field';

type RadiosFieldProps = FieldLegend & {
  name: string;
  options: readonly Option[];
  inline?: boolean;
  small?: boolean;
  /** Stands between the hint and the options: supporting information, what an answer covers. */
  supporting?: ReactNode;
};

export function RadiosField(props: RadiosFieldProps) {
  const { name, options, inline = false, small = false, supporting } = props;
  const field = useField(name, { hint: Boolean(props.hint) });
  const look = `${inline ? ' nhsuk-radios--inline' : ''}${small ? ' nhsuk-radios--small' : ''}`;
  return (
    <FieldGroup {...props} id={field.id} problem={field.problem} describedBy={field.describedBy}>
      {supporting}
      <div className={`nhsuk-radios${look}`}>
        {options.map((option, index) => (
          <Choice
            key={option.value}
            kind="radios"
            option={option}
            id={choiceId(field.id, index)}
            name={name}
            checked={field.value === option.value}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
