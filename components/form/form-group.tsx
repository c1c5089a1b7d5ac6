'use client';

import { ErrorMessage, HintText, Label } from 'nhsuk-react-components';
import type { ReactNode } from 'react';
import type { FieldLabel } from './field-label';

type FormGroupProps = FieldLabel & {
  id: string;
  problem: string | undefined;
  className?: string;
  children: ReactNode;
};

/** Label, hint and problem around one input, in the order screen readers expect. */
export function FormGroup(props: FormGroupProps) {
  const { id, label, labelSize, isPageHeading, caption, hint, problem, children } = props;
  return (
    <div className={groupClass(problem, props.className)}>
      <Label htmlFor={id} size={labelSize} isPageHeading={isPageHeading}>
        {caption === undefined ? null : <span className="nhsuk-caption-l">{caption}</span>}
        {label}
      </Label>
      <HintText id={`${id}-hint`}>{hint}</HintText>
      <ErrorMessage id={`${id}-error`}>{problem}</ErrorMessage>
      {children}
    </div>
  );
}

/** The classes of a group, with the red bar where something is wrong. */
export function groupClass(problem: string | undefined, className = ''): string {
  const error = problem === undefined ? '' : ' nhsuk-form-group--error';
  return `nhsuk-form-group${error} ${className}`.trim();
}
