'use client';

import { CheckboxesField } from '@/components/form/checkboxes-field';
import { RadiosField } from '@/components/form/radios-field';
import { SubmitButton } from '@/components/form/submit-button';
import { TextareaField } from '@/components/form/textarea-field';
import type { FormValues } from '@/lib/domain/form-state';
import { VERDICT_LABELS, VERDICTS } from '@/lib/domain/review';
import { CaseForm, useOwnState } from './case-form';
import { type MarkedPoint, PointMarks } from './point-marks';
import { putMissingPoints } from './put-missing-points';
import { StaffNoteField } from './staff-note-field';

export type VerdictFormProps = {
  /** 'Q.1', or the question's short name: for the legend and the button. */
  label: string;
  name: string;
  version: number;
  hidden: Record<string, string>;
  initial: FormValues;
  points: readonly MarkedPoint[];
  reasons: readonly { id: string; text: string }[];
  /** What the folded form is called; null: it stands open. */
  summary: string | null;
};

const verdicts = VERDICTS.map((value) => ({ value, label: VERDICT_LABELS[value].label }));

/** The assessor's verdict on one question: points, reasons and the note that the supplier reads. */
export function VerdictForm(props: VerdictFormProps) {
  const { label, name, version, hidden, initial, points, reasons, summary } = props;
  const failed = useOwnState(name, version) !== null;
  const form = (
    <CaseForm
      name={name}
      version={version}
      hidden={hidden}
      initial={initial}
      className="app-verdict"
    >
      <RadiosField
        name="verdict"
        legend={`Verdict on ${label}`}
        legendSize="s"
        options={verdicts}
        inline
        small
      />
      {points.length > 0 ? <PointMarks points={points} /> : null}
      <div className="app-verdict__reasons">
        <CheckboxesField
          name="reasons"
          legend="Reasons"
          legendSize="s"
          options={reasons.map(({ id, text }) => ({ value: id, label: text }))}
          small
        />
      </div>
      <div className="app-verdict__note">
        <TextareaField
          name="noteToSupplier"
          label="Note to the supplier"
          labelSize="s"
          hint="Sent with an information request, word for word"
          rows={3}
          maxCharacters={2000}
        />
        {points.length > 0 ? (
          <p>
            <button
              type="submit"
              className="app-button-link"
              name="intent"
              value="missing"
              onClick={(event) => putMissingPoints(event, points)}
            >
              Add the points not covered to the note
            </button>
          </p>
        ) : null}
      </div>
      <StaffNoteField label={label} />
      <SubmitButton small>Save verdict on {label}</SubmitButton>
    </CaseForm>
  );
  if (summary === null) return form;
  return (
    <details className="nhsuk-details app-case-details" open={failed}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{summary}</span>
      </summary>
      <div className="app-case-details__body">{form}</div>
    </details>
  );
}
