import { Form } from '@/components/form/form';
import { RadiosField } from '@/components/form/radios-field';
import type { FormAction } from '@/components/form/send-form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import type { FormValues } from '@/lib/domain/form-state';
import { PROFILES } from '@/lib/domain/questions/types';

type OrganisationFormProps = {
  action: FormAction;
  title: string;
  button: string;
  initial?: FormValues;
  version?: number;
};

const profiles = Object.entries(PROFILES).map(([value, { label, hint }]) => ({
  value,
  label,
  hint,
}));

/** What staff know of a supplier; only its name must be known from the beginning. */
export function OrganisationForm(props: OrganisationFormProps) {
  const { action, title, button, initial, version } = props;
  return (
    <Form
      action={action}
      title={title}
      {...(initial ? { initial } : {})}
      {...(version === undefined ? {} : { hidden: { version: String(version) } })}
    >
      <h1 className="nhsuk-heading-l">{title}</h1>
      <TextField name="name" label="Organisation name" autoComplete="off" />
      <TextField
        name="odsCode"
        label="ODS code (optional)"
        hint="Up to 9 letters and numbers. Needed before the first declaration is submitted."
        width={10}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <TextField
        name="dsptIdentifier"
        label="DSPT identifier (optional)"
        hint="Only if it published under a code other than its ODS code"
        width={20}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <RadiosField name="profile" legend="Organisation profile (optional)" options={profiles} />
      <SubmitButton>{button}</SubmitButton>
    </Form>
  );
}
