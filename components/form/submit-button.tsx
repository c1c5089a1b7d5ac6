'use client';

import type { ReactNode } from 'react';
import { type ButtonVariant, buttonClass } from '@/components/ui/button-class';
import { useFormContext } from './form-context';

type SubmitButtonProps = {
  variant?: ButtonVariant;
  small?: boolean;
  /** Tells several buttons of one form apart. */
  name?: string;
  value?: string;
  /** Posts without the instant checks, as saving a draft does. */
  unchecked?: boolean;
  children: ReactNode;
};

/** A second press while a post is under way does nothing; the button keeps its focus and look. */
export function SubmitButton(props: SubmitButtonProps) {
  const { variant, small, name, value, unchecked = false, children } = props;
  const { pending } = useFormContext();
  return (
    <button
      className={buttonClass(variant, small)}
      type="submit"
      name={name}
      value={value}
      formNoValidate={unchecked}
      aria-disabled={pending || undefined}
    >
      {children}
    </button>
  );
}
