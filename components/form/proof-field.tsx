'use client';

import { ErrorMessage } from 'nhsuk-react-components';
import { buttonClass } from '@/components/ui/button-class';
import { PROOF_FIELD } from '@/lib/domain/step-up';
import { useFormContext } from './form-context';
import { groupClass } from './form-group';
import { PasswordField } from './password-field';
import { TextField } from './text-field';
import { useField } from './use-field';

type Provider = { name: string; href: string };
type ProofFieldProps = {
  asked: 'code' | 'password' | 'provider';
  needed: boolean;
  /** Where somebody signs in again who has neither a code nor a password. */
  provider: Provider;
};

/** The code or the password once more; shown when it is needed, also when that turns out at a press. */
export function ProofField({ asked, needed, provider }: ProofFieldProps) {
  const { problems } = useFormContext();
  if (!needed && !problems.some(({ field }) => field === PROOF_FIELD)) return null;
  if (asked === 'provider') return <SignInAgain {...provider} />;
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

/** A plain link: what it leads to sends to the provider, which no script of ours may fetch. */
function SignInAgain({ name, href }: Provider) {
  const { id, problem, describedBy } = useField(PROOF_FIELD, { hint: true });
  return (
    <div className={groupClass(problem)}>
      <p id={`${id}-hint`}>
        To make sure that it is you, {name} asks you to sign in again. Then you come back here, and
        what you typed since is gone.
      </p>
      <ErrorMessage id={`${id}-error`}>{problem}</ErrorMessage>
      <a id={id} href={href} className={buttonClass('secondary')} aria-describedby={describedBy}>
        {`Sign in with ${name} again`}
      </a>
    </div>
  );
}
