'use client';

import { PROOF_FIELD } from '@/lib/domain/step-up';
import { useFormContext } from './form-context';
import { PasswordField } from './password-field';
import { TextField } from './text-field';

type ProofFieldProps = { asked: 'code' | 'password'; needed: boolean };

/** The code or the password once more; shown when it is needed, also when that turns out at a press. */
export function ProofField({ asked, needed }: ProofFieldProps) {
  const { problems } = useFormContext();
  if (!needed && !problems.some(({ field }) => field === PROOF_FIELD)) return null;
  if (asked === 'password')
    return (
      <PasswordField
        name={PROOF_FIELD}
        label="Your password"
        hint="To make sure that it is you"
        autoComplete="current-password"
      />
    );
  return (
    <TextField
      name={PROOF_FIELD}
      label="Code from your authenticator app"
      hint="To make sure that it is you. A recovery code works as well."
      width={20}
      autoComplete="one-time-code"
      spellCheck={false}
    />
  );
}
