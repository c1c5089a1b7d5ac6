import type { ConflictLabels } from '@/components/application/conflict-view';
import { DateField } from '@/components/form/date-field';
import { RadiosField } from '@/components/form/radios-field';
import { TextField } from '@/components/form/text-field';
import { TextareaField } from '@/components/form/textarea-field';
import { NameAndAddress } from './name-and-address';

const code = { autoComplete: 'off', autoCapitalize: 'characters', spellCheck: false } as const;

/** The details as they are called where two versions are compared. */
export const DETAIL_LABELS: ConflictLabels = [
  { name: 'name', label: 'Name' },
  { name: 'address', label: 'Address' },
  ...['day', 'month', 'year'].map((part) => ({
    name: `goLive-${part}`,
    label: `Planned go-live date: ${part}`,
  })),
  { name: 'leadOdsCode', label: 'ODS code of its lead' },
  { name: 'dsptCode', label: 'DSPT code' },
  { name: 'contactName', label: 'Contact name' },
  { name: 'contactEmail', label: 'Contact email address' },
  { name: 'safetyReference', label: 'DCB0160 reference' },
  { name: 'safetyReason', label: 'Why DCB0160 does not apply' },
];

/** What is known of an end user organisation; only its name must be given. */
export function DetailsFields({ planned }: { planned: boolean }) {
  return (
    <>
      <NameAndAddress />
      {planned ? (
        <DateField
          name="goLive"
          legend="Planned go-live date (optional)"
          legendSize="s"
          hint="For example, 27 3 2027"
        />
      ) : null}
      <TextField
        name="leadOdsCode"
        label="ODS code of its lead (optional)"
        labelSize="s"
        hint="An organisation that shows identity and the AUP for this one. It must be among your organisations for the same product."
        width={10}
        {...code}
      />
      <TextField
        name="dsptCode"
        label="DSPT code, if it is different (optional)"
        labelSize="s"
        hint="The code under which its DSPT is published, where that is not its ODS code"
        width={20}
        {...code}
      />
      <TextField
        name="contactName"
        label="Contact name (optional)"
        labelSize="s"
        autoComplete="off"
      />
      <TextField
        name="contactEmail"
        label="Contact email address (optional)"
        labelSize="s"
        type="email"
        autoComplete="off"
        spellCheck={false}
      />
      <RadiosField
        name="safety"
        legend="Clinical safety (optional)"
        legendSize="s"
        hint="DCB0160 is the clinical safety standard for those who use a health IT system. It is recorded, and does not change the verdict."
        options={[
          {
            value: 'reference',
            label: 'There is a DCB0160 reference',
            conditional: <TextField name="safetyReference" label="DCB0160 reference" />,
          },
          {
            value: 'not_applicable',
            label: 'Not applicable',
            conditional: (
              <TextareaField name="safetyReason" label="Why it does not apply" rows={2} />
            ),
          },
        ]}
      />
    </>
  );
}
