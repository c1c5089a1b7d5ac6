'use client';

import type { HTMLInputAutoCompleteAttribute } from 'react';
import type { FieldLabel } from './field-label';
import { FormGroup } from './form-group';
import { useField } from './use-field';

type TextFieldProps = FieldLabel & {
  name: string;
  type?: 'text' | 'email' | 'tel' | 'url' | 'search';
  /** The expected length in characters, which sets the width. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  inputMode?: 'text' | 'numeric' | 'email' | 'tel' | 'url';
  autoCapitalize?: 'none' | 'characters' | 'words' | 'sentences';
  spellCheck?: boolean;
};

export function TextField(props: TextFieldProps) {
  const { name, type = 'text', width, autoComplete, inputMode, autoCapitalize, spellCheck } = props;
  const field = useField(name, { hint: Boolean(props.hint) });
  const size = width === undefined ? '' : ` nhsuk-input--width-${width}`;
  const error = field.problem === undefined ? '' : ' nhsuk-input--error';
  return (
    <FormGroup {...props} id={field.id} problem={field.problem}>
      <input
        className={`nhsuk-input${size}${error}`}
        id={field.id}
        name={name}
        type={type}
        defaultValue={field.value}
        autoComplete={autoComplete}
        autoCapitalize={autoCapitalize}
        inputMode={inputMode}
        spellCheck={spellCheck}
        aria-describedby={field.describedBy}
        aria-invalid={field.problem !== undefined || undefined}
      />
    </FormGroup>
  );
}
