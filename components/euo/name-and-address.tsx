'use client';

import { useFormContext } from '@/components/form/form-context';
import { TextField } from '@/components/form/text-field';

/** Made anew by each answer, so that what ODS knows also shows where something was typed and emptied. */
export function NameAndAddress() {
  const { attempt } = useFormContext();
  return (
    <div key={attempt}>
      <TextField name="name" label="Name" labelSize="s" autoComplete="off" />
      <TextField name="address" label="Address (optional)" labelSize="s" autoComplete="off" />
    </div>
  );
}
