import { CheckboxesField } from '@/components/form/checkboxes-field';
import { Form } from '@/components/form/form';
import type { FormAction } from '@/components/form/send-form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import type { Role } from '@/lib/domain/permissions';
import { LINK_HOURS } from '@/lib/domain/person';
import { roleOptions } from './role-options';

type InviteFormProps = {
  action: FormAction;
  title: string;
  roles: readonly Role[];
  /** Whether the link goes by email, or is shown to whoever adds them. */
  byEmail: boolean;
};

/** Adds somebody: who they are, and what they may do. */
export function InviteForm({ action, title, roles, byEmail }: InviteFormProps) {
  return (
    <Form action={action} title={title}>
      <h1 className="nhsuk-heading-l">{title}</h1>
      <p>
        {byEmail ? 'They get an email with a link.' : 'You get a link to pass on to them.'} With it
        they set their own password, within {LINK_HOURS} hours.
      </p>
      <TextField name="name" label="Full name" autoComplete="off" />
      <TextField
        name="email"
        label="Work email address"
        type="email"
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <CheckboxesField name="roles" legend="What they may do" options={roleOptions(roles)} />
      <SubmitButton>Add person</SubmitButton>
    </Form>
  );
}
