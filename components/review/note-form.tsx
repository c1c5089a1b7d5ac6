'use client';

import { SubmitButton } from '@/components/form/submit-button';
import { TextareaField } from '@/components/form/textarea-field';
import { CaseForm, useOwnState } from './case-form';

type NoteFormProps = {
  name: string;
  /** How many notes there are: goes up when this one was saved. */
  version: number;
  hidden: Record<string, string>;
  /** What the note is about, for the button. */
  about: string;
};

/** A note that only staff read, folded away until it is wanted. */
export function NoteForm({ name, version, hidden, about }: NoteFormProps) {
  const failed = useOwnState(name, version) !== null;
  return (
    <details className="nhsuk-details app-case-details" open={failed}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">Add a note for staff on {about}</span>
      </summary>
      <div className="app-case-details__body app-staff-only">
        <CaseForm key={version} name={name} version={version} hidden={hidden}>
          <TextareaField
            name="body"
            label="Note for staff"
            labelSize="s"
            hint="Suppliers never see this. It can be asked for under the Freedom of Information Act."
            rows={3}
            maxCharacters={2000}
          />
          <SubmitButton variant="secondary" small>
            Save note on {about}
          </SubmitButton>
        </CaseForm>
      </div>
    </details>
  );
}
