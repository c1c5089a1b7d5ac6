import { DateField } from '@/components/form/date-field';
import { RadiosField } from '@/components/form/radios-field';
import { SelectField } from '@/components/form/select-field';
import { TextField } from '@/components/form/text-field';
import type { PlainDate } from '@/lib/domain/dates';
import { editionsOffered, LEVELS } from '@/lib/domain/dspt';

const levels = Object.entries(LEVELS).map(([value, { label }]) => ({ value, label }));

/** What somebody read of an organisation's DSPT on a day. */
export function CheckFields({ today }: { today: PlainDate }) {
  return (
    <>
      <DateField
        name="checked"
        legend="When did you check?"
        legendSize="s"
        hint="For example, 27 3 2026"
      />
      <TextField
        name="checkedBy"
        label="Who checked?"
        labelSize="s"
        hint="The person or team in your organisation"
        autoComplete="off"
      />
      <TextField
        name="code"
        label="Code it was published under"
        labelSize="s"
        hint="Usually its ODS code. A head office may publish for its branches."
        width={20}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <RadiosField
        name="level"
        legend="What is its published DSPT status?"
        legendSize="s"
        options={levels}
      />
      <SelectField
        name="edition"
        label="Edition"
        labelSize="s"
        hint="The toolkit year that the status belongs to. Leave this empty if nothing is published."
        empty="Select an edition"
        options={editionsOffered(today).map((edition) => ({ value: edition, label: edition }))}
      />
      <DateField
        name="published"
        legend="When was it published?"
        legendSize="s"
        hint="For example, 28 6 2026. Leave this empty if nothing is published."
      />
    </>
  );
}
