'use client';

import { TextareaField } from '@/components/form/textarea-field';
import { useField } from '@/components/form/use-field';

/** A note that only staff read, saved with the verdict; folded away until there is one to write. */
export function StaffNoteField({ label }: { label: string }) {
  const { value, problem } = useField('staffNote', { hint: true });
  return (
    <details
      className="nhsuk-details app-case-details"
      open={value !== '' || problem !== undefined}
    >
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          Note for staff with the verdict on {label}
        </span>
      </summary>
      <div className="app-case-details__body app-staff-only">
        <TextareaField
          name="staffNote"
          label="Note for staff"
          labelSize="s"
          hint="Suppliers never see this"
          rows={2}
        />
      </div>
    </details>
  );
}
