'use client';

import type { ReactNode } from 'react';
import { useField } from './use-field';

type FileFieldProps = {
  label: string;
  /** What it takes, in words. */
  hint: ReactNode;
  /** The same for the browser: '.csv,.txt'. */
  accept: string;
  multiple?: boolean;
};

/** The file input of an upload; posts as `file`. */
export function FileField({ label, hint, accept, multiple = false }: FileFieldProps) {
  const { id, problem, describedBy } = useField('file', { hint: true });
  return (
    <div className={`nhsuk-form-group${problem ? ' nhsuk-form-group--error' : ''}`}>
      <label className="nhsuk-label nhsuk-label--s" htmlFor={id}>
        {label}
      </label>
      <div className="nhsuk-hint" id={`${id}-hint`}>
        {hint}
      </div>
      {problem ? (
        <span className="nhsuk-error-message" id={`${id}-error`}>
          <span className="nhsuk-u-visually-hidden">Error:</span> {problem}
        </span>
      ) : null}
      <input
        className="app-file-input"
        id={id}
        name="file"
        type="file"
        multiple={multiple}
        accept={accept}
        aria-describedby={describedBy}
        aria-invalid={problem ? true : undefined}
      />
    </div>
  );
}
