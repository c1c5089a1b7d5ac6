'use client';

import { ErrorMessage, Fieldset, HintText, Legend } from 'nhsuk-react-components';
import type { ReactNode } from 'react';
import type { FieldLegend } from './field-label';
import { groupClass } from './form-group';

type FieldGroupProps = FieldLegend & {
  id: string;
  problem: string | undefined;
  describedBy: string | undefined;
  /** 'group' for several text inputs, whose description one screen reader skips otherwise. */
  role?: 'group';
  children: ReactNode;
};

/** Legend, hint and problem around several inputs that answer one question. */
export function FieldGroup(props: FieldGroupProps) {
  const { id, legend, legendSize, isPageHeading, caption, hint, problem, children } = props;
  return (
    <div className={groupClass(problem)}>
      <Fieldset aria-describedby={props.describedBy} role={props.role}>
        <Legend size={legendSize} isPageHeading={isPageHeading}>
          {caption === undefined ? null : <span className="nhsuk-caption-l">{caption}</span>}
          {legend}
        </Legend>
        <HintText id={`${id}-hint`}>{hint}</HintText>
        <ErrorMessage id={`${id}-error`}>{problem}</ErrorMessage>
        {children}
      </Fieldset>
    </div>
  );
}
