'use client';

import { useState } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import { useScripted } from '@/components/ui/use-scripted';
import type { FieldLabel } from './field-label';
import { FormGroup } from './form-group';
import { useField } from './use-field';

type PasswordFieldProps = FieldLabel & {
  name: string;
  autoComplete: 'current-password' | 'new-password';
};

/** Never shows a value that came back from the server, and is empty again after each attempt. */
export function PasswordField(props: PasswordFieldProps) {
  const field = useField(props.name, { hint: Boolean(props.hint) });
  return (
    <FormGroup {...props} id={field.id} problem={field.problem} className="nhsuk-password-input">
      <PasswordInput key={field.attempt} {...props} {...field} />
    </FormGroup>
  );
}

type PasswordInputProps = {
  name: string;
  autoComplete: string;
  id: string;
  problem: string | undefined;
  describedBy: string | undefined;
};

function PasswordInput({ name, autoComplete, id, problem, describedBy }: PasswordInputProps) {
  const [shown, setShown] = useState(false);
  const scripted = useScripted();
  const error = problem === undefined ? '' : ' nhsuk-input--error';
  return (
    <div className="nhsuk-input-wrapper">
      <input
        className={`nhsuk-input nhsuk-password-input__input${error}`}
        id={id}
        name={name}
        type={shown ? 'text' : 'password'}
        spellCheck={false}
        autoComplete={autoComplete}
        autoCapitalize="none"
        aria-describedby={describedBy}
        aria-invalid={problem !== undefined || undefined}
      />
      {scripted ? (
        <button
          className={`${buttonClass('secondary', true)} nhsuk-password-input__toggle`}
          type="button"
          aria-controls={id}
          aria-label={shown ? 'Hide password' : 'Show password'}
          onClick={() => setShown(!shown)}
        >
          {shown ? 'Hide' : 'Show'}
        </button>
      ) : null}
    </div>
  );
}
