'use client';

import { SubmitButton } from '@/components/form/submit-button';
import { TextareaField } from '@/components/form/textarea-field';
import { CaseForm, useOwnState } from './case-form';

/** Opens a rejection again after a review of it; the supplier reads why. */
export function UpholdForm({ reference, version }: { reference: string; version: number }) {
  const failed = useOwnState('uphold', version) !== null;
  return (
    <details className="nhsuk-details app-case-details" open={failed}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Open this decision again</span>
      </summary>
      <div className="app-case-details__body">
        <CaseForm name="uphold" version={version} hidden={{ reference }}>
          <TextareaField
            name="reason"
            label="Reason"
            labelSize="s"
            hint="When a review of the decision was upheld. The supplier reads it, and the application goes back to the queue"
            rows={3}
            maxCharacters={2000}
          />
          <SubmitButton small variant="secondary">
            Open the decision again
          </SubmitButton>
        </CaseForm>
      </div>
    </details>
  );
}
