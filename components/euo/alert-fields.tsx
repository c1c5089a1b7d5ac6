import type { ConflictLabels } from '@/components/application/conflict-view';
import { DateField } from '@/components/form/date-field';
import { SelectField } from '@/components/form/select-field';
import { TextField } from '@/components/form/text-field';

const parts = (name: string, label: string) =>
  ['day', 'month', 'year'].map((part) => ({ name: `${name}-${part}`, label: `${label}: ${part}` }));

/** The alert as its parts are called where two versions are compared. */
export const ALERT_LABELS: ConflictLabels = [
  { name: 'version', label: 'Version of the AUP' },
  ...parts('alerted', 'Date of the alert'),
  { name: 'method', label: 'How they were alerted' },
  { name: 'alertedBy', label: 'Who alerted them' },
  ...parts('acknowledged', 'Date they acknowledged it'),
];

/** What an AUP alert says; `offered` are the versions published, none where it is typed. */
export function AlertFields({ offered }: { offered: readonly string[] }) {
  return (
    <>
      {offered.length > 0 ? (
        <SelectField
          name="version"
          label="Version of the AUP"
          labelSize="s"
          empty="Select a version"
          options={offered.map((version) => ({ value: version, label: version }))}
        />
      ) : (
        <TextField
          name="version"
          label="Version of the AUP"
          labelSize="s"
          hint="As the policy itself says, for example 2.1"
          width={10}
          autoComplete="off"
        />
      )}
      <DateField
        name="alerted"
        legend="When did you alert them?"
        legendSize="s"
        hint="For example, 27 3 2026"
      />
      <TextField
        name="method"
        label="How did you alert them?"
        labelSize="s"
        hint="For example, email or a meeting"
        autoComplete="off"
      />
      <TextField
        name="alertedBy"
        label="Who alerted them?"
        labelSize="s"
        hint="The person or team in your organisation"
        autoComplete="off"
      />
      <DateField
        name="acknowledged"
        legend="When did they acknowledge it? (optional)"
        legendSize="s"
        hint="For example, 30 3 2026"
      />
    </>
  );
}
