'use client';

import type { Option } from './field-label';

type ChoiceProps = {
  kind: 'radios' | 'checkboxes';
  option: Option;
  /** The first option bears the field's own id, so that the error summary can point to it. */
  id: string;
  name: string;
  checked: boolean;
};

/** One radio or checkbox; what it reveals is shown and hidden by the style sheet alone. */
export function Choice({ kind, option, id, name, checked }: ChoiceProps) {
  const hintId = option.hint ? `${id}-item-hint` : undefined;
  return (
    <>
      <div className={`nhsuk-${kind}__item`}>
        <input
          className={`nhsuk-${kind}__input`}
          id={id}
          name={name}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          value={option.value}
          defaultChecked={checked}
          aria-describedby={hintId}
        />
        <label className={`nhsuk-label nhsuk-${kind}__label`} htmlFor={id}>
          {option.label}
        </label>
        {option.hint ? (
          <div className={`nhsuk-hint nhsuk-${kind}__hint`} id={hintId}>
            {option.hint}
          </div>
        ) : null}
      </div>
      {option.conditional ? (
        <div className={`nhsuk-${kind}__conditional app-conditional`}>{option.conditional}</div>
      ) : null}
    </>
  );
}
