'use client';

import type { ReactNode } from 'react';
import { ErrorSummary } from '@/components/form/error-summary';
import { FormContext } from '@/components/form/form-context';
import { HiddenField } from '@/components/form/hidden-field';
import {
  emptyFormState,
  type FormState,
  type FormValues,
  textValue,
} from '@/lib/domain/form-state';
import { useCaseForms } from './case-forms';

type CaseFormProps = {
  /** Tells the forms of the page apart, and begins the ids of its fields. */
  name: string;
  /** The version that its fields show; goes up when the form was saved. */
  version: number;
  hidden: Record<string, string>;
  initial?: FormValues;
  className?: string;
  children: ReactNode;
};

/** The state of this form: that of the last post, if it was this one's and has not been saved since. */
export function useOwnState(name: string, version: number): FormState | null {
  const { state } = useCaseForms();
  const posted = textValue(state.values, 'form') === name;
  return posted && Number(textValue(state.values, 'version')) >= version ? state : null;
}

/** One of the forms of a case; it posts by itself and shows its own problems. */
export function CaseForm(props: CaseFormProps) {
  const { name, version, hidden, initial = {}, className, children } = props;
  const { action, post, pending } = useCaseForms();
  const own = useOwnState(name, version);
  const state = own ?? { ...emptyFormState, values: initial };
  const idPrefix = `${name}-`;

  function submit(event: React.SubmitEvent<HTMLFormElement>) {
    // Not left to React: it would empty the fields after the action.
    event.preventDefault();
    if (pending) return;
    post(new FormData(event.currentTarget, event.nativeEvent.submitter));
  }

  return (
    <form id={name} className={className} action={action} noValidate onSubmit={submit}>
      <FormContext value={{ ...state, idPrefix, pending }}>
        {state.problems.length > 0 ? (
          <ErrorSummary problems={state.problems} idPrefix={idPrefix} focusKey={state.attempt} />
        ) : null}
        <input type="hidden" name="form" value={name} readOnly />
        <HiddenField name="version" value={String(version)} />
        {Object.entries(hidden).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} readOnly />
        ))}
        {children}
      </FormContext>
    </form>
  );
}
