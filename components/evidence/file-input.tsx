'use client';

import { useField } from '@/components/form/use-field';
import { EVIDENCE_ACCEPT, EVIDENCE_LABELS, MOST_BYTES_OF_A_FILE } from '@/lib/domain/evidence';
import { formatFileSize } from '@/lib/format';

/** The file input of an upload, with what it takes; posts as `file`. */
export function FileInput({ label, multiple }: { label: string; multiple: boolean }) {
  const { id, problem, describedBy } = useField('file', { hint: true });
  return (
    <div className={`nhsuk-form-group${problem ? ' nhsuk-form-group--error' : ''}`}>
      <label className="nhsuk-label nhsuk-label--s" htmlFor={id}>
        {label}
      </label>
      <div className="nhsuk-hint" id={`${id}-hint`}>
        {EVIDENCE_LABELS}, {multiple ? 'each ' : ''}smaller than{' '}
        {formatFileSize(MOST_BYTES_OF_A_FILE)}. Do not include information about patients.
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
        accept={EVIDENCE_ACCEPT}
        aria-describedby={describedBy}
        aria-invalid={problem ? true : undefined}
      />
    </div>
  );
}
