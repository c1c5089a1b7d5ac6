'use client';

import { useRef } from 'react';
import { CharacterCount } from './character-count';
import type { FieldLabel } from './field-label';
import { FormGroup } from './form-group';
import { useField } from './use-field';

type TextareaFieldProps = FieldLabel & {
  name: string;
  rows?: number;
  /** Counts characters against this many; typing past it is never blocked. */
  maxCharacters?: number;
  spellCheck?: boolean;
};

export function TextareaField(props: TextareaFieldProps) {
  const { name, rows = 5, maxCharacters, spellCheck } = props;
  const counted = maxCharacters !== undefined;
  const field = useField(name, { hint: Boolean(props.hint), ...(counted && { also: 'count' }) });
  const textarea = useRef<HTMLTextAreaElement>(null);
  const error = field.problem === undefined ? '' : ' nhsuk-textarea--error';
  return (
    <FormGroup
      {...props}
      id={field.id}
      problem={field.problem}
      className={counted ? 'nhsuk-character-count' : ''}
    >
      <textarea
        ref={textarea}
        className={`nhsuk-textarea${error}`}
        id={field.id}
        name={name}
        rows={rows}
        defaultValue={field.value}
        spellCheck={spellCheck}
        aria-describedby={field.describedBy}
        aria-invalid={field.problem !== undefined || undefined}
      />
      {counted ? (
        <CharacterCount id={`${field.id}-count`} textarea={textarea} max={maxCharacters} />
      ) : null}
    </FormGroup>
  );
}
